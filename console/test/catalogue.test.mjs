// Whether the forms and what a node allows to be done go together. Not in TypeScript: it reads the node's source.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignmentActions, ticketActions } from '@/forms/actions';
import { keyOf } from '@/forms/fields';

/** The names of an enum of the node, as they stand in what is allowed. @param {string} file */
function namesIn(file) {
  const ticket = join(process.cwd(), '../node/src/main/java/hotline/node/ticket');
  const source = readFileSync(join(ticket, `${file}.java`), 'utf8');
  return [...source.matchAll(/^ {2}([A-Z_]+)\("/gm)].map(([, name = '']) =>
    name.toLowerCase().replaceAll('_', '-'),
  );
}

describe('the catalogue of forms', () => {
  it('has a form for everything that a node may allow to be done with a ticket', () => {
    const missing = namesIn('TicketAction').filter(
      (name) => !ticketActions.some((each) => each.name === name),
    );
    expect(missing).toEqual([]);
  });

  it('has a form for everything that a node may allow to be done with an assignment', () => {
    const missing = namesIn('AssignmentAction').filter(
      (name) => !assignmentActions.some((each) => each.name === name),
    );
    expect(missing).toEqual([]);
  });

  it('offers nothing that no node knows', () => {
    const known = new Set(namesIn('TicketAction'));
    expect(ticketActions.filter((each) => !known.has(each.name))).toEqual([]);
    const ofWork = new Set(namesIn('AssignmentAction'));
    expect(assignmentActions.filter((each) => !ofWork.has(each.name))).toEqual([]);
  });

  it('calls each form by a name of its own', () => {
    for (const among of [ticketActions, assignmentActions]) {
      const names = among.map(keyOf);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
