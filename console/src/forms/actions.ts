/** What a person can do to a ticket or an assignment, each with its name in the interface, its words, and its form. */
export { assignmentActions } from './unitActions';
export { ticketActions } from './ticketActions';
export type { Action, ActionTone, Field } from './fields';
