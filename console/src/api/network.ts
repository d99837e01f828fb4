/** What proves that nothing was lost between nodes, and who else gets records. */
import { http } from './http';
import type { Page, QueryOf, Schemas } from './types';

export type Proof = Schemas['ProofView'];
export type CertificateRow = Schemas['CertificateController.Row'];
export type Certificate = Schemas['CertificateController.CertificateView'];
export type DepartmentStream = Schemas['DepartmentStreamController.DepartmentStreamView'];
export type Monitoring = Schemas['MonitoringController.MonitoringView'];

export const proofs = {
  /** Reads all that came from an origin; takes a while where that is much. */
  prove: (origin: string, stream: string) =>
    http.post<Proof>(`/network/proofs/${encodeURIComponent(`${origin}~${stream}`)}`),
};

export const certificates = {
  list: (query: QueryOf<'/api/network/certificates'>) =>
    http.get<Page<CertificateRow>>('/network/certificates', query),
  get: (id: number) => http.get<Certificate>(`/network/certificates/${id}`),
  make: () => http.post<Certificate>('/network/certificates'),
};

const unitPath = (unit: string) => `/department-streams/${encodeURIComponent(unit)}`;

export const departmentStreams = {
  list: () => http.get<DepartmentStream[]>('/department-streams'),
  certificates: () => http.get<string[]>('/department-streams/certificates'),
  subscribe: (unit: string, masked: boolean, reason: string) =>
    http.post<DepartmentStream[]>('/department-streams', { unit, masked, reason }),
  end: (unit: string, reason: string) =>
    http.post<DepartmentStream[]>(`${unitPath(unit)}/end`, { reason }),
  replay: (unit: string, from: number, reason: string) =>
    http.post<DepartmentStream[]>(`${unitPath(unit)}/replay`, { from, reason }),
};

export const monitoring = (month: string) => http.get<Monitoring>('/monitoring', { month });
