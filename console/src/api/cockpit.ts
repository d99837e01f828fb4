/** The leader's cockpit. */
import { http } from './http';
import type { QueryOf, Schemas } from './types';

export type Cockpit = Schemas['CockpitView'];
/** A number and the tickets that it was counted of. */
export type Figure = Schemas['CockpitView.FigureView'];
export type TicketsBehind = Schemas['CockpitView.TicketsView'];
export type Rate = Schemas['CockpitView.RateView'];
export type Bin = Schemas['CockpitView.BinView'];
export type Share = Schemas['CockpitView.ShareView'];
export type HotMatter = Schemas['CockpitView.HotMatterView'];
export type LateAssignee = Schemas['CockpitView.LateView'];
export type NodeRow = Schemas['CockpitView.NodeRowView'];
export type Definition = Schemas['CockpitView.DefinitionView'];

export const cockpit = (query: QueryOf<'/api/cockpit'>) => http.get<Cockpit>('/cockpit', query);
