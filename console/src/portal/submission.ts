import type { Draft } from './draft';

/** What is wrong, by the id of the field. */
export type Faults = Record<string, string>;

/** What can be told without asking the node. */
export function faults(draft: Draft, consent: boolean): Faults {
  const found: Faults = {};
  if (!draft.category) found.category = '请选择您想做什么';
  if (draft.content.trim().length < 5) found.content = '请写下事情的经过，至少 5 个字';
  if (!draft.anonymous && !draft.name.trim()) found.name = '请填写您的姓名，或选择匿名';
  const phone = draft.phone.trim();
  if (!phone && !draft.anonymous) found.phone = '请填写联系电话，或选择匿名';
  else if (phone && !/^\+?[0-9][0-9 -]{5,18}[0-9]$/.test(phone))
    found.phone = '电话号码好像不对，例如 13812345678 或 0934-8212345';
  if (!consent) found.consent = '请先阅读并同意《个人信息使用说明》';
  return found;
}
