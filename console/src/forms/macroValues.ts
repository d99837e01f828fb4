import type { Filled, Macro } from '@/api/desk';
import type { Action, Field } from './fields';
import type { Value, Values } from './values';

/** What can be kept for the next time: words and choices, but nothing that is of one ticket only. */
const keepable = (field: Field): boolean =>
  ['text', 'line', 'choice', 'yesNo', 'steps', 'lines', 'unit'].includes(field.kind);

/** What a form holds at present, as a macro keeps it. */
export function filledOf(action: Action, values: Values): Filled[] {
  return action.fields.filter(keepable).flatMap((field): Filled[] => {
    const value = values[field.name];
    if (value === null || value === undefined || value === '') return [];
    return [{ field: field.name, value: String(value) }];
  });
}

/** Fills a form in; what the macro says nothing of stays. */
export function apply(action: Action, macro: Macro, values: Values): void {
  for (const { field: name, value } of macro.filled) {
    const field = action.fields.find((each) => each.name === name);
    if (!field || !keepable(field)) continue;
    const filled: Value = field.kind === 'yesNo' ? value === 'true' : value;
    values[name] = filled;
  }
}
