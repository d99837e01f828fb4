import type { DispatchOrder } from '@/api/types';
import type { Action, Field } from './actions';

/** A milestone of a plan. */
export interface PlanStep {
  day: string;
  what: string;
}

export type Value = string | boolean | number | DispatchOrder[] | PlanStep[] | null;
export type Values = Record<string, Value>;

function blankOf(field: Field): Value {
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'steps':
      return '';
    case 'yesNo':
      return field.initial ?? null;
    case 'days':
      return field.min;
    case 'orders':
      return [];
  }
}

export function blankValues(action: Action): Values {
  return Object.fromEntries(action.fields.map((field) => [field.name, blankOf(field)]));
}

function missing(field: Field, value: Value | undefined): string | undefined {
  switch (field.kind) {
    case 'text':
      return field.required && !String(value ?? '').trim() ? `请填写${field.label}` : undefined;
    case 'choice':
      return field.required && !value ? `请选择${field.label}` : undefined;
    case 'yesNo':
      return value === null || value === undefined ? `请选择${field.label}` : undefined;
    case 'days':
      return typeof value === 'number' && value >= field.min && value <= field.max
        ? undefined
        : `${field.label}应为 ${field.min} 至 ${field.max} 的整数`;
    case 'steps':
      return stepsOf(value).length > 0 && stepsOf(value).every((step) => step.what && step.day)
        ? undefined
        : `${field.label}应每行一个，如：2026-12-01 完成现场勘查`;
    case 'orders':
      return ordersMissing(Array.isArray(value) ? (value as DispatchOrder[]) : []);
  }
}

/** A line without a day has an empty one. */
function stepsOf(value: Value | undefined): PlanStep[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(line);
      return { day: parts?.[1] ?? '', what: parts?.[2] ?? '' };
    });
}

function ordersMissing(orders: DispatchOrder[]): string | undefined {
  if (orders.length === 0) return '请至少选择一个承办单位';
  const leads = orders.filter((order) => order.role === 'LEAD').length;
  return leads === 1 ? undefined : `应有且只有一个主办，现有 ${leads} 个`;
}

/** What is wrong with the values, by field; empty when they can be sent. */
export function faults(action: Action, values: Values): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of action.fields) {
    const fault = missing(field, values[field.name]);
    if (fault) found[field.name] = fault;
  }
  return found;
}

/** The request's body: texts trimmed, what was left empty left out. */
export function bodyOf(action: Action, values: Values): Values {
  const body: Values = {};
  for (const field of action.fields) {
    const value = values[field.name];
    const sent =
      field.kind === 'steps' ? stepsOf(value) : typeof value === 'string' ? value.trim() : value;
    if (sent !== undefined && sent !== '' && sent !== null) body[field.name] = sent;
  }
  return body;
}
