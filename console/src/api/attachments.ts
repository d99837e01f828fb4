import { http } from './http';
import type { Schemas } from './types';

export type Attachments = Schemas['AttachmentsView'];
export type AttachedFile = Schemas['AttachmentsView.FileView'];
/** What a file may be added for now. */
export type AttachPlace = Schemas['AttachmentsView.PlaceView'];

export const attachments = {
  of: (ticket: string) => http.get<Attachments>(`/tickets/${ticket}/attachments`),
  /** Fetched by the node from where it lies, when it is not there yet; that may take a while. */
  content: (file: AttachedFile) => http.file(`/attachments/${file.id}`),
  add(ticket: string, place: AttachPlace, file: File) {
    const form = new FormData();
    form.set('file', file);
    const { about, assignment } = place;
    return http.upload<AttachedFile>(`/tickets/${ticket}/attachments`, { about, assignment }, form);
  },
};
