/** Questions with their answers: the calls and the words for what they carry. */
import { http } from './http';
import type { Page, QueryOf, Schemas } from './types';

export type FoundKnowledge = Schemas['KnowledgeViews.FoundView'];
export type KnowledgeEntry = Schemas['KnowledgeViews.EntryView'];
export type KnowledgeHistory = Schemas['KnowledgeViews.EntryHistory'];
export type KnowledgeAction = Schemas['KnowledgeViews.Action'];
export type KnowledgeRequest = Schemas['KnowledgeViews.KnowledgeRequest'];
export type KnowledgeState = Schemas['KnowledgeState'];

const entry = (id: number) => `/knowledge/entries/${id}`;

export const knowledge = {
  search: (q: string, page = 0, size = 20) =>
    http.get<Page<FoundKnowledge>>('/knowledge', { q, page, size }),
  list: (query: QueryOf<'/api/knowledge/entries'>) =>
    http.get<Page<KnowledgeEntry>>('/knowledge/entries', query),
  get: (id: number) => http.get<KnowledgeHistory>(entry(id)),
  propose: (request: KnowledgeRequest, note: string, key: string) =>
    http.postOnce<KnowledgeEntry>('/knowledge/entries', { knowledge: request, note }, key),
  revise: (id: number, request: KnowledgeRequest, version: number, note: string) =>
    http.put<KnowledgeEntry>(entry(id), { knowledge: request, version, note }),
  publish: (id: number, version: number) =>
    http.post<KnowledgeEntry>(`${entry(id)}/publish`, { version }),
  sendBack: (id: number, version: number, note: string) =>
    http.post<KnowledgeEntry>(`${entry(id)}/return`, { version, note }),
  withdraw: (id: number, version: number, note: string) =>
    http.post<KnowledgeEntry>(`${entry(id)}/withdraw`, { version, note }),
};
