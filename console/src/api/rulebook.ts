/** Policies, calendars and catalogues: the calls and the words for what they carry. */
import { http } from './http';
import type { Schemas } from './types';

export type PolicyVersion = Schemas['PolicyViews.VersionView'];
export type PolicyPreview = Schemas['PolicyViews.PreviewView'];
export type PolicySample = Schemas['PolicyViews.SampleView'];
export type CalendarYear = Schemas['CalendarController.YearView'];
export type CalendarNotice = Schemas['CalendarNotice'];
export type CatalogueVersion = Schemas['CatalogueViews.VersionView'];
export type CataloguePreview = Schemas['CatalogueViews.PreviewView'];
export type Activation = Schemas['PolicyViews.ActivationView'];

export const policies = {
  list: () => http.get<PolicyVersion[]>('/policies'),
  get: (number: number) => http.get<PolicyVersion>(`/policies/${number}`),
  bundledNames: () => http.get<Schemas['PolicyViews.BundledView'][]>('/policies/bundled'),
  bundled: (name: string) => http.text(`/policies/bundled/${encodeURIComponent(name)}`),
  preview: (text: string) => http.post<PolicyPreview>('/policies/preview', { text }),
  activate: (text: string, newest: number, reason: string) =>
    http.post<Activation>('/policies', { text, newest, reason }),
};

export const calendars = {
  list: () => http.get<CalendarYear[]>('/calendars'),
  add: (notice: CalendarNotice) =>
    http.post<Schemas['CalendarController.ImportView']>('/calendars', notice),
};

export const catalogues = {
  list: () => http.get<CatalogueVersion[]>('/catalogues'),
  get: (number: number) => http.get<CatalogueVersion>(`/catalogues/${number}`),
  preview: (text: string, effectiveFrom: string) =>
    http.post<CataloguePreview>('/catalogues/preview', { text, effectiveFrom }),
  activate: (body: Schemas['CatalogueViews.ActivationRequest']) =>
    http.post<Schemas['CatalogueViews.ActivationView']>('/catalogues', body),
};
