// A fake node for developing the console without the real ones: one city, in memory, gone when stopped.
// It knows the interface and the usual path of a ticket; it does not know the rules.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { adminAnswer } from './admin.mjs';
import { cockpit } from './cockpit.mjs';
import { intakeAnswer, ring } from './intake.mjs';
import { exportAnswer, exportsGoingOn, recordAnswer } from './records.mjs';
import { portalAnswer } from './portal.mjs';
import { fakeTree, fakeVersion, networkAnswer } from './network.mjs';
import { knowledgeAnswer, publicKnowledge } from './knowledge.mjs';
import { ticketAnswer } from './ticket.mjs';
import { changed, deskAnswer, listen } from './desks.mjs';
import { found } from './search.mjs';
import { appeals, reference, self } from './world.mjs';

const day = 86_400_000;
const iso = (/** @type {number} */ at) => new Date(at).toISOString();
const here = { code: self.code, name: self.name };

/** @type {any[]} */
const tickets = [];
/** @type {Map<string, any>} */
const assignments = new Map();
/** @type {Map<string, any[]>} */
const timelines = new Map();
/** @type {any} */
let user;

const users = /** @type {Record<string, [string, string[], any?]>} */ ({
  huawu: ['话务员小李', ['CALL_TAKER']],
  paidan: ['派单员小王', ['DISPATCHER']],
  shenhe: ['审核员小张', ['REVIEWER']],
  huifang: ['回访员小赵', ['FOLLOW_UP']],
  duban: ['督办员小陈', ['SUPERVISOR']],
  lingdao: ['值班领导', ['LEADER']],
  admin: ['系统管理员', ['ADMIN']],
  'unit-ZJ': ['住建局经办人', ['UNIT_HANDLER'], { code: 'ZJ', name: '市住建局' }],
});

class Refused extends Error {
  /** @param {number} status @param {string} detail @param {string} [code] */
  constructor(status, detail, code) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** @param {any} ticket @param {string} title @param {string} [text] @param {any} [node] */
function note(ticket, title, text, node = self) {
  ticket.version++;
  changed(ticket.id, ticket.version);
  const at = Math.max(Date.now(), (timelines.get(ticket.id)?.at(-1)?.ms ?? 0) + 1000);
  timelines.get(ticket.id)?.push({
    ...{
      ms: at,
      at: iso(at),
      node: { code: node.code, name: node.name },
      tier: node.tier ?? 'CITY',
    },
    ...{ type: title, title, text, actor: user?.displayName, origin: node.code },
    position: 1000 + (timelines.get(ticket.id)?.length ?? 0),
  });
}

/** @param {any} intake @param {number} at */
function register(intake, at) {
  const number = String(tickets.length + 1).padStart(6, '0');
  const ticket = {
    ...{ id: `621000-20261121-${number}`, queryCode: String(81420000 + tickets.length * 7919) },
    ...{ title: intake.title, category: intake.category, urgency: intake.urgency ?? 'GENERAL' },
    ...{ channel: intake.channel, state: 'REGISTERED', owner: here, registeredAt: iso(at) },
    region: reference.regions.find((each) => each.code === intake.region),
    matter: reference.matters.find((each) => each.code === intake.matter),
    ...{ overdue: false, enterprise: intake.enterprise ?? false, mine: true, version: 1 },
    ...{
      content: intake.content,
      place: intake.place,
      occurredAt: intake.occurredAt,
      aliases: [],
      supplements: [],
    },
    ...{ personal: intake.requester, orders: [], followUps: [], answer: undefined },
    ...{ meetings: [], screenings: [], followUpCalls: [], panelOpinions: [] },
    ...{ emergencyTransfers: [], merit: 'UNKNOWN', catalogue: 1 },
  };
  tickets.unshift(ticket);
  timelines.set(ticket.id, []);
  note(ticket, '登记诉求');
  return ticket;
}

const ticketActs = /** @type {Record<string, (t: any, body: any) => void>} */ ({
  accept(t) {
    t.state = 'ACCEPTED';
    t.acceptedAt = iso(Date.now());
    const at = iso(Date.parse(t.registeredAt) + (t.urgency === 'URGENT' ? 0.15 : 5) * day);
    t.due = { at, rule: '非咨询类 5 个工作日（SLA-04）', provisional: false };
    note(t, '受理');
  },
  refuse(t, { ground, guidance }) {
    t.state = 'REFUSED';
    t.refusal = { ground, guidance };
    note(t, '不予受理', guidance);
  },
  answer(t, { answer }) {
    t.state = 'CLOSED';
    t.answer = { content: answer, at: iso(Date.now()), by: user?.displayName };
    note(t, '即时答复', answer);
  },
  dispatch(t, { orders }) {
    t.state = 'IN_HANDLING';
    for (const order of orders) place(t, t, t.id, order);
    t.currentHandler = t.orders.map((/** @type {any} */ o) => o.assignee.name).join('、');
    note(t, '派单', `派至 ${t.currentHandler}`);
  },
  review(t, { assignmentId, accept, opinion }) {
    const { reply } = find(t.orders, assignmentId);
    reply.review = { accepted: accept, opinion, at: iso(Date.now()), by: user?.displayName };
    const work = assignments.get(assignmentId);
    work.state = accept ? 'CONFIRMED' : 'IN_HANDLING';
    t.state = accept ? 'AWAITING_FOLLOW_UP' : 'IN_HANDLING';
    if (accept) t.answer = { content: reply.content, at: iso(Date.now()) };
    note(t, accept ? '答复审核通过' : '答复退回', opinion);
  },
  'decide-return'(t, { assignmentId, approve, opinion }) {
    const order = find(t.orders, assignmentId);
    order.returnRequest.decision = { approved: approve, opinion, at: iso(Date.now()) };
    assignments.get(assignmentId).state = approve ? 'RETURNED' : 'IN_HANDLING';
    if (approve) t.state = 'ACCEPTED';
    note(t, approve ? '同意退单' : '不同意退单', opinion);
  },
  'decide-extension'(t, { assignmentId, approve, opinion }) {
    const order = find(t.orders, assignmentId);
    const decision = { approved: approve, opinion, at: iso(Date.now()) };
    order.extensions.at(-1).decision = decision;
    order.requests.at(-1).decision = decision;
    note(t, approve ? '同意延期' : '不同意延期', opinion);
  },
  'follow-up'(t, body) {
    t.followUps.push({ ...body, at: iso(Date.now()), by: user?.displayName, source: 'RATED' });
    const satisfied = !body.satisfaction.includes('DISSATISFIED');
    if (satisfied) t.state = 'CLOSED';
    note(t, '回访', body.comment);
  },
  redo(t, { assignmentId, reason }) {
    t.state = 'IN_HANDLING';
    const work = assignments.get(assignmentId);
    Object.assign(work, { state: 'AWAITING_SIGN_FOR', round: work.round + 1 });
    note(t, '发回重办', reason);
  },
  explain(t, { explanation }) {
    t.state = 'CLOSED';
    note(t, '解释说明', explanation);
  },
  archive(t) {
    t.state = 'ARCHIVED';
    t.archivedAt = iso(Date.now());
    note(t, '归档');
  },
  withdraw(t, { reason }) {
    t.state = 'WITHDRAWN';
    note(t, '撤单', reason);
  },
  supplement(t, { text }) {
    t.supplements = [...(t.supplements ?? []), { text, at: iso(Date.now()), by: user?.username }];
    note(t, '诉求人追加', text);
  },
  remind: (t, { text }) => note(t, '催办', text),
  supervise: (t, { text }) => note(t, '督办', text),
  escalate: (t, { reason }) => note(t, '上报', reason),
});

const ticketAllowed = /** @type {Record<string, string[]>} */ ({
  REGISTERED: ['accept', 'refuse', 'answer', 'withdraw'],
  ACCEPTED: ['dispatch', 'answer', 'escalate', 'withdraw'],
  IN_HANDLING: ['decide-return', 'decide-extension', 'remind', 'supervise', 'withdraw'],
  IN_REVIEW: ['review', 'decide-return', 'decide-extension', 'remind', 'supervise'],
  AWAITING_FOLLOW_UP: ['follow-up', 'redo', 'explain'],
  CLOSED: ['archive'],
});

const workActs = /** @type {Record<string, (a: any, t: any, body: any) => void>} */ ({
  'sign-for'(a, t) {
    a.state = 'IN_HANDLING';
    a.signedForAt = iso(Date.now());
    note(t, '签收', undefined, a.unit ?? a.node);
  },
  contact: (a, t, { note: text }) => note(t, '联系诉求人', text, a.unit ?? a.node),
  reply(a, t, body) {
    const reply = { ...body, at: iso(Date.now()), by: user?.displayName, round: a.round };
    a.state = 'REPLIED';
    a.replies.push(reply);
    find(t.orders, a.id).reply = reply;
    t.state = 'IN_REVIEW';
    note(t, '答复', body.content, a.unit ?? a.node);
  },
  'request-return'(a, t, body) {
    a.state = 'RETURN_REQUESTED';
    a.returnRequest = { ...body, requestedAt: iso(Date.now()) };
    find(t.orders, a.id).returnRequest = a.returnRequest;
    note(t, '申请退单', body.reason, a.unit ?? a.node);
  },
  'request-extension'(a, t, { reason, workingDays }) {
    const asked = {
      reason,
      workingDays,
      requestedUntil: { ...a.due, at: iso(Date.parse(a.due.at) + workingDays * day) },
    };
    const request = {
      ...{ ...asked, kind: 'EXTENSION', kindLabel: '延期', until: asked.requestedUntil },
      ...{ number: a.requests.length + 1, round: a.round, awaitsHolder: true, signatures: [] },
      ...{ requesterInformed: true, requesterConsents: false },
      ...{ requestedAt: iso(Date.now()), by: user?.displayName ?? '经办人' },
    };
    a.extensions.push(asked);
    a.requests.push(request);
    const order = find(t.orders, a.id);
    order.extensions.push(asked);
    order.requests.push(request);
    note(t, '申请延期', reason, a.unit ?? a.node);
  },
});

const workAllowed = /** @type {Record<string, string[]>} */ ({
  AWAITING_SIGN_FOR: ['sign-for', 'request-return'],
  IN_HANDLING: ['reply', 'contact', 'request-return', 'request-extension'],
});

/** @param {any[]} orders @param {string} id */
function find(orders, id) {
  const order = orders.find((each) => each.assignmentId === id);
  if (!order) throw new Refused(422, `没有编号为 ${id} 的派办。`);
  return order;
}

/** @param {any} ticket @param {any} holder @param {string} prefix @param {any} given */
function place(ticket, holder, prefix, { assignee, role, note: told }) {
  const id = `${prefix}/${holder.orders.length + 1}`;
  const list = assignee.kind === 'UNIT' ? reference.units : reference.children;
  const name = list.find((each) => each.code === assignee.code)?.name ?? assignee.code;
  const now = Date.now();
  const due = { at: iso(now + 3 * day), rule: '非咨询类 5 个工作日（SLA-04）', provisional: false };
  const signForDue = {
    at: iso(now + day / 8),
    rule: '签收 3 个工作小时（SLA-02）',
    provisional: false,
  };
  const clocks = { signForDue, due, extensions: /** @type {any[]} */ ([]) };
  holder.orders.push({
    ...{ assignmentId: id, assignee: { ...assignee, name }, role, note: told, orderedAt: iso(now) },
    ...{ state: 'PLACED', delivery: assignee.kind === 'UNIT' ? 'LOCAL' : 'DELIVERED', ...clocks },
    ...{ extensions: [], requests: [], urges: [], excluded: false, round: 1 },
  });
  assignments.set(id, {
    ...{ id, ticketId: ticket.id, assigner: here, role, round: 1, state: 'AWAITING_SIGN_FOR' },
    node: assignee.kind === 'UNIT' ? here : { code: assignee.code, name },
    unit: assignee.kind === 'UNIT' ? { code: assignee.code, name } : undefined,
    ...{ dispatchedAt: iso(now), overdue: false, replies: [], orders: [], version: 1, ...clocks },
    ...{ requests: [], contacts: [], urges: [], meetings: [], deemed: false, excluded: false },
    team: { opinions: [], opinionsMissing: false, merged: [] },
  });
}

/** @param {any} text */
const stars = (text) =>
  text ? `${String(text).slice(0, 1)}${'*'.repeat(String(text).length - 1)}` : undefined;

/** @param {any} ticket */
function view(ticket) {
  const { personal, ...rest } = ticket;
  const of = [...assignments.values()].filter((each) => each.ticketId === ticket.id);
  return {
    ...rest,
    requester: {
      ...{ name: stars(personal.name), address: stars(personal.address), masked: true },
      phone: personal.phone
        ? `${personal.phone.slice(0, 3)}****${personal.phone.slice(-4)}`
        : undefined,
    },
    assignments: of.map((each) => ({ ...each, allowedActions: [] })),
    allowedActions: ticketAllowed[ticket.state] ?? [],
  };
}

/** @param {any} a */
const workView = (a) => ({
  ...a,
  ticket: tickets.find((each) => each.id === a.ticketId),
  allowedActions: workAllowed[a.state] ?? [],
});

/** @param {any[]} items @param {URLSearchParams} query */
function paged(items, query) {
  const page = Number(query.get('page') ?? 0);
  const size = Number(query.get('size') ?? 20);
  return { items: items.slice(page * size, (page + 1) * size), total: items.length, page, size };
}

/** @param {any} ticket @param {string} attention */
function waits(ticket, attention) {
  return ticket.orders.some((/** @type {any} */ order) => {
    if (attention === 'RETURN') return order.returnRequest && !order.returnRequest.decision;
    if (attention === 'EXTENSION')
      return order.extensions.some((/** @type {any} */ e) => !e.decision);
    if (attention === 'REPLY') return order.reply && !order.reply.review;
    if (attention !== 'UNDELIVERED') return false;
    return order.delivery === 'PENDING' || order.delivery === 'REFUSED';
  });
}

/** @param {URLSearchParams} query */
function search(query) {
  const q = query.get('q');
  return tickets.filter(
    (each) =>
      ['state', 'category', 'urgency'].every(
        (name) => !query.get(name) || each[name] === query.get(name),
      ) &&
      (!query.get('region') || each.region?.code.startsWith(query.get('region'))) &&
      query.get('overdue') !== 'true' &&
      query.get('dueSoon') !== 'true' &&
      (!q || each.title.includes(q) || each.content.includes(q) || each.id === q) &&
      (!query.get('attention') || waits(each, query.get('attention') ?? '')),
  );
}

function deskCounts() {
  const inState = (/** @type {string} */ state) =>
    tickets.filter((each) => each.state === state).length;
  const work = [...assignments.values()];
  return {
    ...{
      registered: inState('REGISTERED'),
      accepted: inState('ACCEPTED'),
    },
    ...{ inHandling: work.filter((each) => each.state === 'IN_HANDLING').length },
    awaitingFollowUp: inState('AWAITING_FOLLOW_UP'),
    awaitingSignFor: work.filter((each) => each.state === 'AWAITING_SIGN_FOR').length,
    replies: tickets.filter((each) => waits(each, 'REPLY')).length,
    returns: tickets.filter((each) => waits(each, 'RETURN')).length,
    moreTime: tickets.filter((each) => waits(each, 'EXTENSION')).length,
    closed: inState('CLOSED'),
    ...{ dueSoon: 0, overdue: 0, undelivered: 0 },
  };
}

function network() {
  const hash = '9f2c41d07ab35e6681c0f4e29d3375ab10c2ee948d5b6a7f0e1d2c3b4a596877';
  return {
    node: self,
    ...fakeTree(self, reference.children),
    parent: {
      ...{ ...reference.parent, connected: true, commandBacklog: 0, circuit: 'CLOSED' },
      ...{ publishBacklog: 0, confirmedPosition: 18234, revoked: false },
      ...{ oldestCommandAgeSeconds: 0, version: fakeVersion(2) },
    },
    children: reference.children.map((child, at) => ({
      ...{ ...child, address: '127.0.0.1:1', connected: at === 0, commandBacklog: at * 3 },
      ...{ enrolledAt: '2026-11-20T09:00:00+08:00', circuit: at === 0 ? 'CLOSED' : 'OPEN' },
    })),
    streams: reference.children.map((origin, at) => ({
      ...{
        origin,
        name: 'uplink',
        produced: 5210 + at * 12,
        received: 5210,
        applied: 5210 - at * 4,
      },
      ...{ headHash: hash, originHash: at === 0 ? hash : 'ab'.repeat(32), headsAgree: at === 0 },
      ...{ backlog: at * 16, lagMillis: { p50: 34, p99: 212 + at * 3000 } },
      ...{ lastAppliedAt: iso(Date.now() - 4000), setAside: at },
    })),
    own: { produced: 18234, confirmed: 18234, headHash: hash },
    broadcasts: [],
  };
}

/** @param {string} method @param {string[]} path @param {URLSearchParams} query @param {any} body */
function answer(method, path, query, body) {
  const [area, rawId = '', action = ''] = path;
  const id = decodeURIComponent(rawId);
  if (area === 'session') {
    if (method === 'DELETE') user = undefined;
    if (method === 'POST') {
      const known = users[body.username];
      if (!known || body.password !== 'hotline') throw new Refused(401, '账号或密码不正确。');
      const [displayName, roles, unit] = known;
      user = { username: body.username, displayName, roles, unit, node: self };
    }
    if (!user && method !== 'DELETE') throw new Refused(401, '请先登录。');
    return { user };
  }
  if (area === 'public' && path[1] === 'knowledge') return publicKnowledge(query);
  const citizens = area === 'public' || user ? portalAnswer(method, path, query, body) : undefined;
  if (citizens) return citizens;
  if (!user) throw new Refused(401, '请先登录。');
  const administered = adminAnswer(method, path.map(decodeURIComponent), body);
  if (administered) return administered;
  const known = knowledgeAnswer(method, path, query, body);
  if (known) return known;
  if (area === 'reference') return reference;
  const ofRecords = recordAnswer(method, path, query);
  if (ofRecords) return ofRecords;
  const ofDesks = deskAnswer(method, path, body);
  if (ofDesks !== undefined) return ofDesks;
  if (area === 'desk') return { counts: deskCounts() };
  const ofIntake = intakeAnswer(method, path, body, tickets, reference);
  if (ofIntake !== undefined) return ofIntake;
  if (area === 'cockpit') return cockpit(here, reference);
  const ofTicket = ticketAnswer(method, path, query);
  if (ofTicket) return ofTicket;
  const ofNetwork = networkAnswer(method, path);
  if (ofNetwork) return ofNetwork;
  if (area === 'network') return network();
  if (area === 'set-aside') {
    const at = {
      origin: '621000F01',
      stream: 'uplink',
      position: 5207,
      setAsideAt: iso(Date.now()),
    };
    return [
      { id: '621000F01~uplink~5207', ...at, appendedAt: at.setAsideAt, reason: '工单版本不连续' },
    ];
  }
  if (area === 'enrolments') {
    return { token: 'k7QmZ2-made-up-token', expiresAt: iso(Date.now() + day) };
  }
  if (area === 'commands') {
    const to = { code: '621000F01', name: '人社分中心' };
    const told = { type: 'instruction.Dispatched', typeLabel: '派单' };
    const target = { target: to, ...told, ticketId: tickets[0].id };
    const stuck = { id: 'c1', ...target, writtenAt: iso(Date.now() - day / 9), attempts: 14 };
    return [{ ...stuck, lastError: '连接被拒绝：对方节点没有应答' }];
  }
  if (area === 'assignments') {
    const work = assignments.get(id.replaceAll('~', '/'));
    if (!id) {
      const found = [...assignments.values()].filter(
        (each) =>
          (!query.get('state') || each.state === query.get('state')) &&
          (query.get('unit') === 'NONE' ? !each.unit : each.unit) &&
          !['attention', 'toSign'].some((name) => query.get(name)) &&
          query.get('dueSoon') !== 'true' &&
          query.get('overdue') !== 'true',
      );
      return paged(found.map(workView), query);
    }
    if (!work) throw new Refused(404, `没有编号为 ${id} 的派办。`);
    if (action) {
      workActs[action]?.(
        work,
        tickets.find((each) => each.id === work.ticketId),
        body,
      );
      work.version++;
    }
    return workView(work);
  }
  if (area === 'tickets' && !id) {
    if (method === 'GET') return { ...paged(search(query), query), ...found(query) };
    const ticket = register(body, Date.now());
    const { kind, ...rest } = body.decision ?? {};
    if (kind === 'DISPATCH') {
      ticketActs.accept?.(ticket, {});
      rest.orders = [{ assignee: { kind: 'UNIT', code: 'GR' }, role: 'LEAD' }];
    }
    if (kind) ticketActs[kind.toLowerCase()]?.(ticket, rest);
    return view(ticket);
  }
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) throw new Refused(404, `没有编号为 ${id} 的工单。`);
  if (action === 'timeline') return timelines.get(id);
  if (action === 'reveal')
    return { ...ticket.personal, ticket: view(ticket), timeline: timelines.get(id) };
  if (action) {
    if (body.version !== undefined && body.version !== ticket.version) {
      throw new Refused(409, '工单已有新的变动，请核对后再提交', 'STALE_VERSION');
    }
    ticketActs[action]?.(ticket, body);
  }
  return view(ticket);
}

function begin() {
  for (let at = 0; at < 46; at++) {
    const [title, content, category, urgency, matter, region, placeName] =
      appeals[at % appeals.length] ?? [];
    const ticket = register(
      {
        ...{
          title,
          content,
          category,
          urgency,
          channel: at % 3 ? 'PHONE' : 'WECHAT',
          place: placeName,
        },
        region: reference.regions[Number(region)]?.code,
        matter: typeof matter === 'number' ? reference.matters[matter]?.code : undefined,
        ...{
          enterprise: at % 11 === 4,
          requester: { name: '王某某', phone: '19900001234', address: '西峰区' },
        },
      },
      Date.now() - (46 - at) * 3_000_000,
    );
    if (at % 9 === 8) continue;
    ticketActs.accept?.(ticket, {});
    if (at % 9 > 5) continue;
    const orders = [
      { assignee: { kind: 'UNIT', code: 'ZJ' }, role: 'LEAD', note: '请尽快上门核实' },
    ];
    if (at % 9 === 5)
      orders[0] = { assignee: { kind: 'NODE', code: '621002' }, role: 'LEAD', note: '' };
    if (at % 9 === 2) orders.push({ assignee: { kind: 'UNIT', code: 'GR' }, role: 'CO', note: '' });
    ticketActs.dispatch?.(ticket, { orders });
    const work = assignments.get(`${ticket.id}/1`);
    if (at % 9 === 0) continue;
    workActs['sign-for']?.(work, ticket, {});
    if (at % 9 === 1) {
      const body = {
        reason: '该路段由区住建局管养',
        basis: '区级职责清单第12项',
        suggestion: '西峰区',
      };
      workActs['request-return']?.(work, ticket, body);
    }
    if (at % 9 < 3) continue;
    const content2 =
      '经现场核实，系管网末端换热站循环泵故障，已更换并调试，室温已达到20度，并电话告知诉求人。';
    workActs.reply?.(work, ticket, { content: content2, resolved: true, contactedRequester: true });
    if (at % 9 < 4) continue;
    ticketActs.review?.(ticket, { assignmentId: work.id, accept: true, opinion: '属实，同意' });
  }
}

/** What tests may do to the fake from outside. */
const control = {
  /** The sign-in runs out. */
  expire() {
    user = undefined;
  },
  /** Somebody else changes a ticket. @param {string} id */
  touch(id) {
    const ticket = tickets.find((each) => each.id === id);
    if (ticket) note(ticket, '催办', '另一位工作人员催办');
  },
  ring,
  exportsGoingOn,
  /** Nobody answers any more, or again. @param {boolean} away */
  away(away) {
    unreachable = away;
  },
};
let unreachable = false;

/**
 * Answers on a port of 127.0.0.1 (0: any), with the built console, and under the policy that a node sends.
 *
 * @param {number} port
 */
export async function start(port) {
  begin();
  const server = createServer((request, response) => {
    if (unreachable) return void request.socket.destroy();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    response.setHeader('Content-Security-Policy', policy);
    if (!/^\/(api|health)/.test(pathname)) return void file(pathname, response);
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const json = (/** @type {number} */ status, /** @type {any} */ value) => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(value));
      };
      try {
        if (pathname === '/health') return json(200, { status: 'UP' });
        if (pathname.endsWith('/export') && user) return exportAnswer(response);
        if (pathname === '/api/live' && user) return listen(response);
        const path = pathname.split('/').slice(2);
        const body = text.startsWith('{') ? JSON.parse(text) : {};
        json(200, answer(request.method ?? 'GET', path, searchParams, body));
      } catch (caught) {
        const status = caught instanceof Error && 'status' in caught ? Number(caught.status) : 500;
        const code = caught instanceof Refused ? caught.code : undefined;
        const detail = caught instanceof Error ? caught.message : String(caught);
        json(status, { status, code, detail });
      }
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const { port: bound } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${bound}`, ...control, close: () => server.close() };
}

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; " +
  "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const built = new URL('../target/classes/console/', import.meta.url);
const types = /** @type {Record<string, string>} */ ({
  ...{ js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', html: 'text/html' },
});

/** @param {string} pathname @param {import('node:http').ServerResponse} response */
async function file(pathname, response) {
  const page = /^\/(portal|rate)(\/|$)/.test(pathname) ? 'portal.html' : 'index.html';
  const name = pathname.includes('.') ? pathname.slice(1) : page;
  try {
    const content = await readFile(new URL(name, built));
    const type = types[name.split('.').pop() ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await start(Number(process.env.PORT ?? 12390));
  console.log(`fake node on ${url}, users ${Object.keys(users).join(' ')}, password hotline`);
}
