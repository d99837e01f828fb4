/** What a form is made of. */
import type {
  AssignmentFormRules,
  RequestFormRule,
  RequestNeed,
  TicketFormRules,
} from '@/api/handling';
import type { Assignment, Ticket } from '@/api/types';
import type { Values } from './values';

/** What a form may know when it says what it asks for. */
export interface FormContext {
  values: Values;
  ticket?: Ticket;
  assignment?: Assignment;
  /** What the policy demands; absent until the node has said so. */
  ticketRules?: TicketFormRules;
  workRules?: AssignmentFormRules;
  /** With which codes the node has turned this very form down. */
  refused: string[];
}

export type Depends<T> = T | ((context: FormContext) => T);

interface FieldBase {
  name: string;
  label: string;
  hint?: Depends<string | undefined>;
  required: Depends<boolean>;
  /** A field that is not shown is not sent either. */
  shown?: Depends<boolean>;
}

export type Field = FieldBase &
  (
    | { kind: 'text'; placeholder?: string; rows?: number }
    /** One line, such as a number. */
    | { kind: 'line'; placeholder?: string; pattern?: RegExp }
    | { kind: 'choice'; choices: string; only?: (context: FormContext) => string[] | undefined }
    | { kind: 'yesNo'; yes: string; no: string; initial?: boolean }
    /** To be ticked: sent as true, or not at all. */
    | { kind: 'confirm'; text: string }
    | { kind: 'days'; min: number; max: number; unit?: string }
    | { kind: 'date' }
    /** One a line: a day and what is to be reached by then. */
    | { kind: 'steps' }
    /** One a line. */
    | { kind: 'lines'; placeholder?: string }
    | { kind: 'unit' }
    /** To whom it goes; for what is urgent, what they were told by telephone, too. */
    | { kind: 'orders'; byPhone: (context: FormContext) => boolean }
    /** Other work of the same assignee. */
    | { kind: 'work' }
    /** One of what it has been merged with. */
    | { kind: 'partner' }
    | { kind: 'planStep' }
  );

export type ActionTone = 'primary' | 'success' | 'warning' | 'danger' | '';

export interface Action {
  /** As the interface calls it, in addresses and in what is allowed. */
  name: string;
  /** Tells forms of the same name apart. */
  key?: string;
  label: string;
  tone: ActionTone;
  /** Told above the form: what will happen, or what the rules demand. */
  intro?: Depends<string | undefined>;
  /** What has to be done first, as far as that is known. */
  first?: (context: FormContext) => string | undefined;
  fields: Field[];
  /** Sent with every such form. */
  fixed?: Values;
  done: string;
  /** Done to one order or answer, which the request names. */
  onOrder?: boolean;
  /** Done to one request: of an order, or of the assignment itself. */
  onRequest?: 'order' | 'own';
  /** Whether the rules provide for it; by default they do. */
  provided?: (context: FormContext) => boolean;
  /** Adds to what is there whatever has become of it, so that no version is compared; it goes under a key. */
  anyVersion?: boolean;
  /** Needed now and then only: found under “more”. */
  rare?: boolean;
}

export function resolve<T>(value: Depends<T>, context: FormContext): T {
  return typeof value === 'function' ? (value as (c: FormContext) => T)(context) : value;
}

export const keyOf = (action: Action): string => action.key ?? action.name;

interface Options {
  required?: Depends<boolean>;
  shown?: Depends<boolean>;
  hint?: Depends<string | undefined>;
}

export const text = (
  name: string,
  label: string,
  options: Options & { placeholder?: string; rows?: number } = {},
): Field => ({ kind: 'text', required: true, name, label, ...options });

export const line = (
  name: string,
  label: string,
  options: Options & { placeholder?: string; pattern?: RegExp } = {},
): Field => ({ kind: 'line', required: true, name, label, ...options });

export const yesNo = (
  name: string,
  label: string,
  yes: string,
  no: string,
  initial?: boolean,
  options: Options = {},
): Field => ({ kind: 'yesNo', required: true, name, label, yes, no, initial, ...options });

export const confirm = (
  name: string,
  label: string,
  what: string,
  options: Options = {},
): Field => ({
  ...{ kind: 'confirm', required: true, name, label, text: what },
  ...options,
});

export const choice = (
  name: string,
  label: string,
  choices: string,
  options: Options & { only?: (context: FormContext) => string[] | undefined } = {},
): Field => ({ kind: 'choice', required: true, name, label, choices, ...options });

/** Why something is turned down has to be said; an approval needs no words. */
export const opinion = (approval: string, also?: (context: FormContext) => boolean): Field =>
  text('opinion', '意见', {
    required: (context) => context.values[approval] === false || (also?.(context) ?? false),
    hint: '不同意的，须写明原因',
  });

/** Asked for once the node has found words that may be secret (SEC-04). */
export const secrecy: Field = confirm(
  'secrecyChecked',
  '保密审查',
  '已逐字审查，确认不含国家秘密、工作秘密和不宜公开的个人信息',
  { shown: ({ refused }) => refused.includes('SECRECY_RULE') },
);

/** What the policy demands of a kind of request; nothing while it is not known, or not provided for. */
export const requestRule = (
  { workRules }: FormContext,
  kind: string,
): RequestFormRule | undefined => workRules?.requests.find((rule) => rule.kind === kind);

export const needs =
  (kind: string, need: RequestNeed) =>
  (context: FormContext): boolean =>
    requestRule(context, kind)?.needs.includes(need) ?? false;
