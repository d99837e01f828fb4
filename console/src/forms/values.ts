import type { DispatchOrder } from '@/api/types';
import type { Action, Field } from './actions';

export type Value = string | boolean | number | DispatchOrder[] | null;
export type Values = Record<string, Value>;

function blankOf(field: Field): Value {
  switch (field.kind) {
    case 'text':
    case 'choice':
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
    case 'orders':
      return ordersMissing(Array.isArray(value) ? value : []);
  }
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
    const sent = typeof value === 'string' ? value.trim() : value;
    if (sent !== undefined && sent !== '' && sent !== null) body[field.name] = sent;
  }
  return body;
}
