// What desks need of the fake node besides tickets: live updates, presence, saved views, macros, rules of forms.

/** @type {Set<import('node:http').ServerResponse>} */
const listening = new Set();

/** Answers with a stream that stays open. @param {import('node:http').ServerResponse} response */
export function listen(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  listening.add(response);
  response.on('close', () => listening.delete(response));
  send(response, 'beat', {});
}

let mark = 0;

/** @param {import('node:http').ServerResponse} response @param {string} event @param {object} data */
function send(response, event, data) {
  const all = { tickets: [], calls: [], presence: [], ...data };
  response.write(`id: ${++mark}\nevent: ${event}\ndata: ${JSON.stringify(all)}\n\n`);
}

/** Tells everybody that a ticket has changed. @param {string} id @param {number} version */
export function changed(id, version) {
  for (const each of listening) send(each, 'changed', { tickets: [{ id, version }] });
}

/** @type {any[]} */
let views = [];
/** @type {any[]} */
let macros = [
  {
    ...{ id: 1, form: 'remind', name: '常规催办', shared: true },
    filled: [{ field: 'text', value: '请于今日下班前反馈办理进展。' }],
  },
];
let last = 1;

const kinds = [
  ['EXTENSION', '延期', ['INFORMED']],
  ['ON_ACCOUNT', '挂账', ['VISIT', 'CONSENT', 'END_DATE']],
  ['EXCLUSION', '剔除', ['BASIS']],
  ['STOP_HANDLING', '停止办理', ['ATTEMPTS']],
  ['WRITTEN_REPLY', '书面答复', []],
];

const workRules = {
  requests: kinds.map(([kind, label, needs]) => ({
    ...{ kind, label, needs, approvers: ['热线平台'], attempts: 3, rule: 'LIF-09' },
  })),
  ...{ requesterReachable: true, replyNeedsContact: true, replyNeedsVisit: false },
  ...{ opinionsAwaited: [], visited: false, attempts: 0, withheld: false, planFirst: false },
  ...{ returnBy: new Date().toISOString(), returnLate: false, lateReturnAllowed: true },
  extensionFactor: 1,
};
const ticketRules = {
  refusalGrounds: ['EMERGENCY_SERVICE', 'STATE_SECRET'],
  channels: ['CALL', 'SMS', 'LINK'],
  grades: [
    ...['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'],
    ...['DISSATISFIED', 'VERY_DISSATISFIED'],
  ],
  redoGrounds: ['NOT_DILIGENT', 'UNTRUE_REPLY', 'EVASIVE_REPLY'],
  screeningGrounds: ['SUGGESTION'],
  ...{ callFirst: false, callsMade: 0, callsWanted: 3, panelFirst: false, meetingOpen: false },
};

const due = { at: '2026-11-30T18:00:00+08:00', rule: '2 个工作日（SUP-01）', provisional: false };
/** @type {any[]} */
const supervisions = [
  {
    ...{ id: '621000/manual/1', version: 1, owner: { code: '621000', name: '庆阳市' } },
    ...{ target: { code: 'ZJ', name: '市住建局' }, tool: 'NOTICE', trigger: 'MANUAL' },
    ...{ demand: '供热投诉集中，请于两日内逐件办结并书面说明。', jointBodies: [] },
    ...{ issuedAt: '2026-11-21T09:00:00+08:00', by: '督办员小陈', due, overdue: false },
    ...{ state: 'ISSUED', explanations: [], sessions: [], accountabilities: [] },
  },
];

const page = (/** @type {any[]} */ items) => ({ items, total: items.length, page: 0, size: 20 });

/** @type {any[]} */
const abuses = [
  {
    ...{ id: 'a1', ground: 'HARASSMENT', groundLabel: '骚扰、侮辱、威胁工作人员' },
    evidence: '11 月 20 日 19 时起连续来电 23 次，每次接通即辱骂话务员。',
    ...{ notedAt: '2026-11-20T20:31:00+08:00', notedBy: 'huawu', restricted: false },
    ...{ restrictions: [], handOvers: [] },
  },
];

/** @param {string | undefined} id @param {string | undefined} action @param {any} body */
function abused(id, action, body) {
  if (id === 'rules') return { longestHours: 72, channels: ['电话'] };
  const one = abuses.find((each) => each.id === id);
  if (!id) return Object.keys(body).length > 0 ? { id: 'a1' } : page(abuses);
  const now = new Date().toISOString();
  if (action === 'restrict') {
    const until = new Date(Date.now() + body.hours * 3_600_000).toISOString();
    one.restrictions.push({ from: now, until, reason: body.reason, by: 'duban' });
  }
  if (action === 'lift')
    Object.assign(one.restrictions.at(-1), {
      ...{ liftedAt: now, liftedBy: 'duban', liftedFor: body.reason },
    });
  if (action === 'hand-over') one.handOvers.push({ ...body, at: now, by: 'duban' });
  one.restricted = action === 'restrict';
  return one;
}

/** What a supervisor keeps an eye on. @param {string[]} path @param {any} body */
function overseen([area, id, action], body) {
  if (area === 'clearing') {
    return {
      month: '2026-11',
      units: [{ unit: 'ZJ', name: '市住建局', general: 3, onAccount: 1 }],
    };
  }
  if (area === 'abuse-cases') return abused(id, action, body);
  if (['handovers', 'notices', 'call-backs'].includes(area ?? '')) return page([]);
  if (area !== 'supervisions') return undefined;
  if (!id) return page(supervisions);
  const one = supervisions.find((each) => each.id.replaceAll('/', '~') === decodeURIComponent(id));
  if (action === 'explain') {
    one.state = 'EXPLAINED';
    one.explanations.push({ text: body.text, at: new Date().toISOString(), by: '', late: false });
  }
  return one;
}

/**
 * The answer to a call that is the desks'; undefined for others.
 *
 * @param {string} method @param {string[]} path @param {any} body
 */
export function deskAnswer(method, path, body) {
  const [area, id, part] = path;
  if (part === 'rules') return area === 'tickets' ? ticketRules : workRules;
  if (part === 'presence' || area === 'presence') return [];
  if (part === 'deadlines') {
    const at = new Date().toISOString();
    return [{ watch: 'REPLY', label: '办理', from: at, at, text: '自受理起 5 个工作日。' }];
  }
  const watched = overseen(path, body);
  if (watched !== undefined) return watched;
  if (area !== 'desk' || !id) return undefined;
  if (id === 'working-time') {
    return {
      spans: [
        { from: '09:00', to: '12:00' },
        { from: '14:30', to: '18:00' },
      ],
      departures: [],
    };
  }
  if (id === 'views') {
    if (method === 'POST') views.push({ id: ++last, ...body });
    if (method === 'PUT') views = views.map((v) => (v.id === Number(part) ? { ...v, ...body } : v));
    if (method === 'DELETE') views = views.filter((each) => each.id !== Number(part));
    return views;
  }
  if (id === 'macros') {
    if (method === 'POST') macros.push({ id: ++last, ...body });
    if (method === 'DELETE') macros = macros.filter((each) => each.id !== Number(part));
    return macros;
  }
  return undefined;
}
