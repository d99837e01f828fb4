/** What people arrange for themselves at their desks. */
import { http } from './http';
import type { Schemas } from './types';

export type DeskView = Schemas['DeskViewController.DeskView'];
export type ViewFilter = Schemas['DeskViewController.ViewFilter'];
export type Macro = Schemas['MacroController.MacroView'];
export type Filled = Schemas['MacroController.Filled'];

/** Each call answers with all that the user then has. */
export const deskViews = {
  list: () => http.get<DeskView[]>('/desk/views'),
  add: (view: { desk: string; name: string; filter: ViewFilter }) =>
    http.post<DeskView[]>('/desk/views', view),
  change: (id: number, name: string, filter: ViewFilter) =>
    http.put<DeskView[]>(`/desk/views/${id}`, { name, filter }),
  remove: (id: number) => http.delete<DeskView[]>(`/desk/views/${id}`),
};

export const macros = {
  list: () => http.get<Macro[]>('/desk/macros'),
  add: (macro: { form: string; name: string; shared: boolean; filled: Filled[] }) =>
    http.post<Macro[]>('/desk/macros', macro),
  remove: (id: number) => http.delete<Macro[]>(`/desk/macros/${id}`),
};
