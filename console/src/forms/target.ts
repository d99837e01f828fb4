import type { RequestView } from '@/api/handling';

/** What an action is done to. */
export interface Target {
  of: 'ticket' | 'assignment' | 'supervision';
  id: string;
  version: number;
  /** The order or answer that it is about, where the action is about one. */
  order?: { assignmentId: string; assignee: string };
  /** The request that it is about, where it is about one. */
  request?: RequestView;
}
