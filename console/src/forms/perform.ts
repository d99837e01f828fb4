import { assignments, tickets } from '@/api/node';
import { supervisions } from '@/api/oversight';
import type { Action } from './fields';
import type { Target } from './target';

/** Does an action to its target; somebody else's change meanwhile is refused where things have a version. */
export function perform(
  { of, id, version }: Target,
  { name, anyVersion }: Action,
  body: object,
): Promise<unknown> {
  const seen = anyVersion ? body : { ...body, version };
  switch (of) {
    case 'ticket':
      return tickets.act(id, name, seen);
    case 'assignment':
      return assignments.act(id, name, seen);
    case 'supervision':
      return supervisions.act(id, name, body);
  }
}
