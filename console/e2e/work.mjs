// Work that is there before a browser test begins: made over HTTP, by the people whose business it is.
import assert from 'node:assert/strict';
import { password } from './people.mjs';

/** @type {Map<string, string>} */
const cookies = new Map();

/** @param {string} url @param {string} username */
async function cookieOf(url, username) {
  const key = `${url} ${username}`;
  const known = cookies.get(key);
  if (known) return known;
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  assert.equal(response.status, 200, `${username} signs in`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  cookies.set(key, cookie);
  return cookie;
}

/** What the node answers; fails unless it does what was asked. @param {string} url @param {string} username @param {string} path @param {object} [body] */
export async function ask(url, username, path, body) {
  const headers = { 'Content-Type': 'application/json', Cookie: await cookieOf(url, username) };
  const response = await fetch(
    `${url}/api${path}`,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  );
  const text = await response.text();
  assert.ok(response.ok, `${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

let made = 0;

/** An accepted ticket; its id. @param {string} url @param {string} title @param {Record<string, unknown>} [unlike] what is not as usual */
export async function accepted(url, title, unlike = {}) {
  const number = String(Date.now() + made++).slice(-8);
  const ticket = await ask(url, 'huawu', '/tickets', {
    ...{
      channel: 'PHONE',
      category: 'HELP',
      enterprise: false,
      title,
      content: `${title}，请处理。`,
    },
    ...{ region: '621002', place: `九龙路${number}号` },
    requester: { name: '测试诉求人', phone: `199${number}`, anonymous: false },
    decision: { kind: 'ACCEPT' },
    ...unlike,
  });
  return ticket.id;
}

/** A ticket that a unit has been given; the id of the assignment. @param {string} url @param {string} title @param {string} unit */
export async function dispatched(url, title, unit) {
  const id = await accepted(url, title);
  const ticket = await ask(url, 'paidan', `/tickets/${id}/dispatch`, {
    orders: [{ assignee: { kind: 'UNIT', code: unit }, role: 'LEAD' }],
  });
  return ticket.orders[0].assignmentId;
}

/** What a unit's people do to an assignment. @param {string} url @param {string} unit @param {string} id @param {string} action @param {object} body */
export const act = (url, unit, id, action, body) =>
  ask(url, `unit-${unit}`, `/assignments/${id.replaceAll('/', '~')}/${action}`, body);

/** A ticket that its unit has answered. @param {string} url @param {string} title @param {string} unit */
export async function answered(url, title, unit) {
  const id = await dispatched(url, title, unit);
  await act(url, unit, id, 'sign-for', {});
  await act(url, unit, id, 'reply', {
    ...{ content: '已现场处理完毕，并电话告知诉求人。', resolved: true, contactedRequester: true },
  });
  return id;
}

/** A ticket whose answer has been accepted, so that it waits for its follow-up; its id. @param {string} url @param {string} title @param {string} unit */
export async function reviewed(url, title, unit) {
  const id = await answered(url, title, unit);
  const [ticket = ''] = id.split('/');
  await ask(url, 'shenhe', `/tickets/${ticket}/review`, { assignmentId: id, accept: true });
  return ticket;
}
