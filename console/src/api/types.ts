/** What a node's HTTP interface carries. Instants are ISO 8601 texts with an offset. */

export interface Named {
  code: string;
  name: string;
}

export interface Choice {
  value: string;
  label: string;
}

export type Tier = 'PROVINCE' | 'CITY' | 'DISTRICT' | 'SUB_CENTER';

export interface NodeInfo extends Named {
  /** Absent for a node far away that is only known by its code. */
  tier?: Tier;
  shortName?: string;
}

export type Role =
  | 'CALL_TAKER'
  | 'DISPATCHER'
  | 'REVIEWER'
  | 'FOLLOW_UP'
  | 'SUPERVISOR'
  | 'UNIT_HANDLER'
  | 'AUDITOR'
  | 'LEGAL_COUNSEL'
  | 'ADMIN';

export interface User {
  username: string;
  displayName: string;
  roles: Role[];
  unit?: Named;
  node: NodeInfo;
}

export interface Unit extends Named {
  parent?: string;
}

export interface Matter extends Named {
  path: string;
  /** Who it is attributed to at this node (CLS-07). */
  suggestedAssignee?: Assignee;
}

/** Which choices a field has at this node, by field. */
export type Enums = Record<string, Choice[] | undefined>;

export interface Reference {
  node: NodeInfo;
  parent?: Named;
  children: NodeInfo[];
  units: Unit[];
  matters: Matter[];
  regions: Named[];
  enums: Enums;
}

export type TicketState =
  | 'REGISTERED'
  | 'ACCEPTED'
  | 'REFUSED'
  | 'IN_HANDLING'
  | 'IN_REVIEW'
  | 'AWAITING_FOLLOW_UP'
  | 'CLOSED'
  | 'ARCHIVED'
  | 'WITHDRAWN';

export type AssignmentState =
  | 'AWAITING_SIGN_FOR'
  | 'IN_HANDLING'
  | 'RETURN_REQUESTED'
  | 'RETURNED'
  | 'REPLIED'
  | 'CONFIRMED'
  | 'CANCELLED';

export type Satisfaction =
  'VERY_SATISFIED' | 'SATISFIED' | 'BASICALLY_SATISFIED' | 'DISSATISFIED' | 'VERY_DISSATISFIED';

export interface Deadline {
  at: string;
  rule: string;
  /** Runs into a year whose holidays are not announced yet; recomputed when they are. */
  provisional: boolean;
}

export interface TicketRow {
  id: string;
  queryCode?: string;
  title: string;
  category: string;
  urgency: string;
  channel: string;
  state: TicketState;
  region?: Named;
  matter?: Named;
  owner: Named;
  registeredAt: string;
  acceptedAt?: string;
  due?: Deadline;
  overdue: boolean;
  currentHandler?: string;
  enterprise: boolean;
  /** Owned by the node that answers; others are copies and cannot be changed here. */
  mine: boolean;
  version: number;
}

export interface Requester {
  anonymous?: boolean;
  name?: string;
  phone?: string;
  address?: string;
  masked: boolean;
}

export interface Review {
  accepted: boolean;
  opinion?: string;
  at: string;
  by?: string;
}

export interface Reply {
  content: string;
  at: string;
  by?: string;
  resolved: boolean;
  contactedRequester: boolean;
  round: number;
  review?: Review;
}

export interface Decision {
  approved: boolean;
  opinion?: string;
  at: string;
  by?: string;
}

export interface ReturnRequest {
  reason: string;
  basis: string;
  suggestion: string;
  requestedAt: string;
  /** Asked for after its limit, and so counted as overdue (LIF-06). */
  late?: boolean;
  decision?: Decision;
}

export interface Extension {
  reason: string;
  workingDays?: number;
  requestedUntil?: Deadline;
  decision?: Decision;
}

/** A reminder or a supervision notice. */
export interface Urge {
  kind: string;
  text: string;
  at: string;
  by?: string;
}

/** A conversation with the requester, or an attempt at one. */
export interface Contact {
  at: string;
  by?: string;
  note: string;
}

export interface Assignee extends Named {
  kind: 'UNIT' | 'NODE';
}

export type OrderRole = 'LEAD' | 'CO';

export interface Order {
  assignmentId: string;
  assignee: Assignee;
  role: OrderRole;
  note?: string;
  orderedAt: string;
  signForDue?: Deadline;
  due?: Deadline;
  state: string;
  delivery: string;
  /** Why it could not be delivered. */
  problem?: string;
  reply?: Reply;
  returnRequest?: ReturnRequest;
  extensions: Extension[];
  urges?: Urge[];
}

export interface Assignment {
  id: string;
  ticketId: string;
  node: Named;
  unit?: Named;
  assigner: Named;
  role: OrderRole;
  note?: string;
  round: number;
  state: AssignmentState;
  dispatchedAt: string;
  signForDue?: Deadline;
  due?: Deadline;
  overdue: boolean;
  signedForAt?: string;
  deemed?: boolean;
  replies: Reply[];
  returnRequest?: ReturnRequest;
  extensions: Extension[];
  contacts?: Contact[];
  urges?: Urge[];
  orders: Order[];
  ticket?: TicketRow;
  allowedActions: string[];
  version: number;
}

export interface FollowUp {
  at: string;
  by?: string;
  channel: string;
  satisfaction: Satisfaction;
  solved: boolean;
  source: string;
  comment?: string;
}

export interface Ticket extends TicketRow {
  content: string;
  place?: string;
  occurredAt?: string;
  /** Other systems' numbers for it. */
  aliases: { system: string; number: string }[];
  requester: Requester;
  refusal?: { ground: string; guidance: string; at?: string; by?: string };
  answer?: { content: string; at: string; by?: string };
  orders: Order[];
  assignments: Assignment[];
  followUps: FollowUp[];
  closure?: { kind?: string; at: string; by?: string; note?: string };
  archivedAt?: string;
  allowedActions: string[];
}

export interface TimelineEntry {
  at: string;
  node: Named;
  /** Absent when the node is not known here. */
  tier?: Tier;
  type: string;
  title: string;
  actor?: string;
  text?: string;
  origin?: string;
  position?: number;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

export interface TicketQuery {
  /** Only those with an order that waits for somebody here. */
  attention?: 'RETURN' | 'EXTENSION' | 'UNDELIVERED';
  state?: string;
  category?: string;
  urgency?: string;
  owner?: string;
  q?: string;
  unit?: string;
  overdue?: string;
  /** Instants: registered not before, and before. */
  from?: string;
  to?: string;
  page?: number;
  size?: number;
  sort?: 'oldest';
}

export interface AssignmentQuery {
  state?: string;
  unit?: string;
  overdue?: string;
  page?: number;
  size?: number;
}

export type IntakeDecision =
  | { kind: 'ACCEPT' }
  | {
      kind: 'REFUSE';
      ground: string;
      guidance: string;
      withheld?: string;
      earlier?: string;
      emergencyNumber?: string;
    }
  | { kind: 'ANSWER'; answer: string };

export interface Intake {
  channel: string;
  category?: string;
  urgency?: string;
  enterprise: boolean;
  matter?: string;
  title: string;
  content: string;
  region: string;
  place?: string;
  occurredAt?: string;
  requester: { name?: string; phone?: string; address?: string; anonymous: boolean };
  decision?: IntakeDecision;
}

export interface DispatchOrder {
  assignee: { kind: 'UNIT' | 'NODE'; code: string };
  role: OrderRole;
  note?: string;
}

export interface DeskCounts {
  registered: number;
  accepted: number;
  inHandling: number;
  inReview: number;
  awaitingFollowUp: number;
  returnsPending: number;
  extensionsPending: number;
  awaitingSignFor: number;
  dueSoon: number;
  overdue: number;
  undelivered: number;
}

export interface LagMillis {
  p50: number;
  p99: number;
}

export interface ParentLink extends Named {
  connected: boolean;
  commandBacklog: number;
  oldestCommandAgeSeconds?: number;
  circuit?: string;
  publishBacklog: number;
  confirmedPosition: number;
}

export interface ChildLink extends NodeInfo {
  address?: string;
  connected: boolean;
  enrolledAt?: string;
  commandBacklog: number;
  circuit?: string;
  trouble?: string;
}

/** One origin's record stream as this node holds it, beside what the origin says of itself. */
export interface Stream {
  origin: NodeInfo;
  name: string;
  produced: number;
  received: number;
  applied: number;
  headHash?: string;
  originHash?: string;
  headsAgree: boolean;
  backlog: number;
  lagMillis?: LagMillis;
  lastAppliedAt?: string;
  setAside: number;
  trouble?: string;
}

export interface Network {
  node: NodeInfo;
  parent?: ParentLink;
  children: ChildLink[];
  streams: Stream[];
  own: { produced: number; confirmed: number; headHash?: string };
  /** What the nodes above publish downward, as this node holds it. */
  broadcasts?: Stream[];
}

export interface StuckCommand {
  id: string;
  target: Named;
  type: string;
  ticketId?: string;
  writtenAt: string;
  attempts: number;
  lastError?: string;
}

/** A record from below that could not be applied. */
export interface SetAsideRecord {
  id: string;
  origin: string;
  stream: string;
  position: number;
  appendedAt: string;
  setAsideAt: string;
  reason: string;
}

/** A one-time token with which a node below joins. */
export interface Enrolment {
  token: string;
  expiresAt: string;
}

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
