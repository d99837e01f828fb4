import type { DispatchOrder } from '@/api/types';
import { type Action, type Field, type FormContext, resolve } from './fields';

/** A milestone of a plan. */
export interface PlanStep {
  day: string;
  what: string;
}

export type Value = string | boolean | number | string[] | DispatchOrder[] | PlanStep[] | null;
export type Values = Record<string, Value>;

function blankOf(field: Field): Value {
  switch (field.kind) {
    case 'yesNo':
      return field.initial ?? null;
    case 'confirm':
      return false;
    case 'days':
      return field.min;
    case 'planStep':
      return null;
    case 'orders':
    case 'work':
      return [];
    default:
      return '';
  }
}

export function blankValues(action: Action): Values {
  return Object.fromEntries(action.fields.map((field) => [field.name, blankOf(field)]));
}

/** What is shown of a form at present. */
export const shownFields = (action: Action, context: FormContext): Field[] =>
  action.fields.filter((field) => resolve(field.shown ?? true, context));

const words = (value: Value | undefined) => String(value ?? '').trim();

function missing(
  field: Field,
  value: Value | undefined,
  required: boolean,
  context: FormContext,
): string | undefined {
  switch (field.kind) {
    case 'text':
    case 'line': {
      const typed = words(value);
      if (!typed) return required ? `请填写${field.label}` : undefined;
      return field.kind === 'line' && field.pattern && !field.pattern.test(typed)
        ? `${field.label}的写法不对${field.placeholder ? `，${field.placeholder}` : ''}`
        : undefined;
    }
    case 'choice':
    case 'unit':
    case 'date':
    case 'partner':
      return required && !value ? `请选择${field.label}` : undefined;
    case 'yesNo':
    case 'planStep':
      return required && (value === null || value === undefined)
        ? `请选择${field.label}`
        : undefined;
    case 'confirm':
      return required && value !== true ? `请确认${field.text}` : undefined;
    case 'days':
      return typeof value === 'number' && value >= field.min && value <= field.max
        ? undefined
        : `${field.label}应为 ${field.min} 至 ${field.max} 的整数`;
    case 'steps':
      return stepsOf(value).length > 0 && stepsOf(value).every((step) => step.what && step.day)
        ? undefined
        : `${field.label}应每行一个，如：2026-12-01 完成现场勘查`;
    case 'lines':
      return required && linesOf(value).length === 0 ? `请填写${field.label}` : undefined;
    case 'work':
      return required && !(Array.isArray(value) && value.length > 0)
        ? `请选择${field.label}`
        : undefined;
    case 'orders':
      return ordersMissing(ordersOf(value), field.byPhone(context));
  }
}

function linesOf(value: Value | undefined): string[] {
  return String(value ?? '')
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A line without a day has an empty one. */
function stepsOf(value: Value | undefined): PlanStep[] {
  return linesOf(value).map((each) => {
    const parts = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(each);
    return { day: parts?.[1] ?? '', what: parts?.[2] ?? '' };
  });
}

const ordersOf = (value: Value | undefined) =>
  Array.isArray(value) ? (value as DispatchOrder[]) : [];

function ordersMissing(orders: DispatchOrder[], byPhone: boolean): string | undefined {
  if (orders.length === 0) return '请至少选择一个承办单位';
  const leads = orders.filter((order) => order.role === 'LEAD').length;
  if (leads !== 1) return `应有且只有一个主办，现有 ${leads} 个`;
  return byPhone && orders.some((order) => !order.phoned?.trim())
    ? '紧急事项须先电话通知各承办单位，请填写通知情况（无人接听的也请写明）'
    : undefined;
}

/** What was typed of a call is sent where the call is asked for. */
const orderSent = ({ phoned, ...order }: DispatchOrder, byPhone: boolean): DispatchOrder => ({
  ...order,
  ...(byPhone && phoned?.trim() ? { phoned: phoned.trim() } : {}),
});

/** What is wrong with the values, by field; empty when they can be sent. */
export function faults(action: Action, context: FormContext): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of shownFields(action, context)) {
    const fault = missing(
      field,
      context.values[field.name],
      resolve(field.required, context),
      context,
    );
    if (fault) found[field.name] = fault;
  }
  return found;
}

function sentOf(field: Field, value: Value | undefined, context: FormContext): Value | undefined {
  switch (field.kind) {
    case 'orders': {
      const byPhone = field.byPhone(context);
      return ordersOf(value).map((order) => orderSent(order, byPhone));
    }
    case 'steps':
      return stepsOf(value);
    case 'lines':
      return linesOf(value);
    case 'confirm':
      return value === true ? true : undefined;
    default:
      return typeof value === 'string' ? value.trim() : value;
  }
}

/** The request's body: texts trimmed, what was left empty left out. */
export function bodyOf(action: Action, context: FormContext): Values {
  const body: Values = { ...action.fixed };
  for (const field of shownFields(action, context)) {
    // asked for the person's sake, not the node's
    if (field.name === 'sure') continue;
    const sent = sentOf(field, context.values[field.name], context);
    if (sent !== undefined && sent !== '' && sent !== null) body[field.name] = sent;
  }
  return body;
}
