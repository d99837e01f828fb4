/**
 * What a node's HTTP interface carries, by the words of the console. The shapes themselves are generated from the node's
 * own description of its interface (`npm run api`).
 */
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** What a list may be asked for; in an address, all of it is text. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? Partial<Record<keyof NonNullable<Query>, string | number | boolean>>
  : never;

export type Named = Schemas['Named'];
export type Choice = Schemas['ReferenceController.Value'];
export type Tier = Schemas['Tier'];

/** A node; far away ones are known by code and name only. */
export type NodeInfo = Schemas['NetworkView.NodeView'];
export type Role = Schemas['Role'];
export type User = Schemas['SessionController.UserView'];

export type Unit = Schemas['ReferenceController.UnitEntry'];
export type Matter = Schemas['ReferenceController.MatterEntry'];
export type Reference = Schemas['ReferenceController.Reference'];
/** Which choices a field has at this node, by field. */
export type Enums = Record<string, Choice[] | undefined>;

export type TicketState = Schemas['TicketState'];
export type AssignmentState = Schemas['AssignmentState'];
export type Satisfaction = Schemas['Satisfaction'];
export type Deadline = Schemas['DueView'];
export type TicketRow = Schemas['TicketRow'];
export type Ticket = Schemas['TicketView'];
export type Requester = Schemas['RequesterView'];
export type Revealed = Schemas['RevealController.Revealed'];
export type Reply = Schemas['ReplyView'];
export type Review = Schemas['ReplyView.Review'];
export type ReturnRequest = Schemas['ReturnView'];
export type Extension = Schemas['ExtensionView'];
export type Urge = Schemas['UrgeView'];
export type Contact = Schemas['AssignmentView.ContactView'];
export type Order = Schemas['OrderView'];
export type OrderRole = Schemas['HandlingRole'];
export type Assignment = Schemas['AssignmentView'];
export type FollowUp = Schemas['TicketView.FollowUpView'];
export type TimelineEntry = Schemas['TimelineView'];
export type TicketQuery = QueryOf<'/api/tickets'>;
export type AssignmentQuery = QueryOf<'/api/assignments'>;

export interface Page<T> {
  items: T[];
  total: number;
  /** There are more than `total`; absent where all are counted. */
  atLeast?: boolean;
  page: number;
  size: number;
}

export type Assignee = Schemas['ReferenceController.AssigneeEntry'];
export type Intake = Schemas['IntakeRequest'];
export type IntakeDecision = Schemas['IntakeRequest.DecisionRequest'];
export type DispatchOrder = Schemas['ActionRequests.OrderRequest'];
export type DeskCounts = Schemas['DeskController.DeskCounts'];

export type Network = Schemas['NetworkView'];
export type ParentLink = Schemas['NetworkView.ParentView'];
/** A node somewhere below, and what a node runs. */
export type TreeNode = Schemas['NetworkView.TreeNodeView'];
export type NodeVersion = Schemas['NetworkView.VersionView'];
export type ChildLink = Schemas['NetworkView.ChildView'];
/** What was decided on a request. */
export type Decision = Schemas['VerdictView'];
/** One origin's record stream as this node holds it, beside what the origin says of itself. */
export type Stream = Schemas['NetworkView.StreamView'];
export type LagMillis = Schemas['NetworkView.LagView'];
export type StuckCommand = Schemas['CommandController.CommandView'];
/** A record from below that could not be applied. */
export type SetAsideRecord = Schemas['SetAsideController.SetAsideView'];
/** A one-time token with which a node below joins. */
export type Enrolment = Schemas['EnrolmentController.TokenView'];

export interface Violation {
  field: string;
  message: string;
}

/** RFC 9457 problem details as a node fills them. */
export interface Problem {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  number?: number;
  violations?: Violation[];
}
