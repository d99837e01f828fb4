// What the fake node keeps for the administration: lists with a few believable rows, changed in memory.
import { reference, self } from './world.mjs';

const now = () => new Date().toISOString();
const day = (/** @type {number} */ days) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const here = { code: self.code, name: self.name };

/** @type {any[]} */
const units = reference.units.map((unit, at) => ({
  ...{ ...unit, functions: [unit.code.toLowerCase()], domains: [], closed: false },
  ...{ inList: true, version: 0, inHand: (at * 7) % 13, accounts: 3 },
}));
/** @type {any[]} */
const changes = [];

/** @type {any[]} */
const accounts = [
  ['admin', '系统管理员', ['ADMIN']],
  ['huawu', '话务员小李', ['CALL_TAKER']],
  ['paidan', '派单员小王', ['DISPATCHER']],
  ['shenhe', '审核员小张', ['REVIEWER', 'FOLLOW_UP']],
  ['unit-ZJ', '住建局经办人', ['UNIT_HANDLER'], 'ZJ'],
  ['leader-ZJ', '住建局主要领导', ['UNIT_PRINCIPAL'], 'ZJ'],
].map(([username, displayName, roles, unit]) => ({
  ...{ username, displayName, roles, unit, regions: [], categories: [] },
  ...{ disabled: false, version: 1 },
}));

/** @type {any[]} */
const clients = [
  {
    ...{ id: 'web-1', kind: 'CHANNEL', scope: 'WEB', name: '甘肃政务服务网' },
    ...{ createdAt: now(), createdBy: 'admin' },
  },
];

/** @type {any[]} */
const lines = [
  ['12333', '人力资源和社会保障服务热线', 'DUAL_NUMBER', '双号并行'],
  ['12319', '城建服务热线', 'WHOLE_MERGE', '整体并入'],
  ['12315', '市场监管投诉举报热线', 'INDEPENDENT', '未归并'],
].map(([number, name, mode, modeLabel]) => ({
  ...{ number, name, purpose: name, mode, modeLabel, owner: here, roundTheClock: true },
  ...{ managers: [], establishedOn: '2010-01-01', registeredAt: now(), version: 2 },
  history:
    mode === 'INDEPENDENT'
      ? []
      : [{ from: 'INDEPENDENT', to: mode, at: now(), by: 'admin', basis: '国办发〔2020〕53号' }],
}));

const policyText = [
  'name: qingyang',
  'source: 庆政办发〔2022〕157号',
  'effective-from: 2022-11-29',
  '',
  'limits:',
  '  consultation: {answer: 1 working day, rule: SLA-03}',
  '  others: {answer: 5 working days, rule: SLA-04}',
].join('\n');
/** @type {any[]} */
const policies = [
  {
    ...{ number: 1, name: 'qingyang', source: '庆政办发〔2022〕157号', inForce: true },
    ...{ effectiveFrom: '2022-11-29', activatedAt: now(), activatedBy: 'system' },
    ...{ reason: '节点设定的规则：qingyang', text: policyText, resolved: policyText },
  },
];
const due = (/** @type {number} */ days) => ({
  at: new Date(Date.now() + days * 86_400_000).toISOString(),
  ...{ rule: 'SLA-04', provisional: false },
});
const preview = () => ({
  ...{ name: 'qingyang', newest: policies[0].number, inForceNow: true, openTickets: 31, open: [] },
  changes: [{ path: 'limits.others.answer', before: '5 working days', after: '4 working days' }],
  samples: [
    {
      appeal: '求助，一般',
      before: { dispatch: due(0.1), signFor: due(1), answer: due(5) },
      after: { dispatch: due(0.1), signFor: due(1), answer: due(4) },
      changed: true,
    },
  ],
});

/** @type {any[]} */
const calendars = [2026].map((year) => ({
  ...{ version: 1, year, known: true, source: '国办发明电〔2025〕7号', importedAt: now() },
  importedBy: 'system',
  days: [
    { date: `${year}-01-01`, name: '元旦', isOffDay: true },
    { date: `${year}-01-04`, name: '元旦', isOffDay: false },
    { date: `${year}-10-01`, name: '国庆节', isOffDay: true },
    { date: `${year}-10-10`, name: '国庆节', isOffDay: false },
  ],
}));

const catalogueText = '事项代码,事项目录,领域,归口职能\nCJ0201,城乡建设/道路与路灯,社会管理,city\n';
/** @type {any[]} */
const catalogues = [
  {
    ...{ number: 0, source: '程序自带', origin: '', activatedBy: '', reason: '' },
    ...{ matters: 62, inForce: true, text: catalogueText },
  },
];

/** @type {any[]} */
const duties = [
  {
    ...{ id: 1, kind: 'LEADER', who: '市长接听日', note: '' },
    ...{ from: `${day(3)}T09:00:00+08:00`, to: `${day(3)}T11:00:00+08:00` },
  },
];

const trail = ['READ_TICKET', 'REVEAL', 'CHANGE_RIGHTS', 'LIST_TICKETS'].map((action, at) => ({
  ...{ at: now(), username: ['paidan', 'huawu', 'admin', 'duban'][at], action },
  subject: at < 2 ? '621000-20261121-000042' : 'unit-ZJ',
  detail: at === 1 ? '回电核实地点' : '',
}));

/** @param {any[]} rows @param {(row: any) => boolean} of @param {object} change */
function changed(rows, of, change) {
  const row = rows.find(of);
  return row && Object.assign(row, change, { version: (row.version ?? 0) + 1 });
}

/** @param {string} method @param {string} id @param {string} action @param {any} body */
function unitAnswer(method, id, action, body) {
  if (method === 'GET') return action ? changes.filter((change) => change.code === id) : units;
  const code = id || body.code;
  if (!id) units.push({ code, closed: false, inList: false, inHand: 0, accounts: 0, domains: [] });
  const closed = action === 'close';
  const unit = changed(units, (row) => row.code === code, { ...body.unit, closed });
  changes.unshift({ ...unit, reason: body.reason, changedAt: now(), changedBy: 'admin' });
  reference.units = units
    .filter((row) => !row.closed)
    .map(({ code, name }) => ({ code, name, initials: code.toLowerCase() }));
  return unit;
}

/** @param {string} method @param {string} id @param {string} action @param {any} body */
function userAnswer(method, id, action, body) {
  if (method === 'GET') return accounts;
  if (action) return accounts.find((row) => row.username === id);
  if (id) return changed(accounts, (row) => row.username === id, body);
  accounts.push({ username: body.username, ...body.rights, version: 1 });
  return accounts.at(-1);
}

/**
 * Answers what belongs to the administration; nothing when it does not.
 *
 * @param {string} method @param {string[]} path @param {any} body
 */
export function adminAnswer(method, [area = '', id = '', action = ''], body) {
  const page = (/** @type {any[]} */ items) => ({ items, total: items.length, page: 0, size: 50 });
  switch (area) {
    case 'units':
      return unitAnswer(method, id, action, body);
    case 'users':
      return userAnswer(method, id, action, body);
    case 'unit-offices':
      return units.map((unit, at) => ({
        ...{ code: unit.code, name: unit.name, fullTime: at % 3, partTime: 0 },
        ...(at % 3 ? { office: '办公室', phone: '0934-8212345', since: now() } : {}),
      }));
    case 'institutions':
      return [{ role: 'OFFICE', name: '市政府办公室', head: '市政府秘书长', since: '2022-11-29' }];
    case 'expert-seats':
      return {
        seats: [
          {
            ...{ id: 1, field: '12333', unit: 'RS', unitName: '市人社局' },
            ...{ remote: false, reason: '' },
          },
        ],
        missing: ['12393'],
      };
    case 'lines':
      return id ? lines.find((line) => line.number === id) : page(lines);
    case 'api-clients':
      if (method === 'GET') return clients;
      clients.push({ ...body, scope: body.scope.join(','), id: 'web-2', createdAt: now() });
      return { client: clients.at(-1), key: 'web-2.made-up-key' };
    case 'enrolments':
      return method === 'GET'
        ? reference.children.map((child) => ({
            ...{ ...child, managers: [], address: '127.0.0.1:1', enrolledAt: now() },
            ...{ kind: 'CENTER', revoked: false, inHand: 4 },
          }))
        : undefined;
    case 'policies':
      if (id === 'bundled' && !action) return [{ name: 'qingyang' }, { name: 'baotou' }];
      if (id === 'preview') return preview();
      return id ? policies.find((version) => version.number === Number(id)) : policies;
    case 'calendars':
      return calendars;
    case 'catalogues':
      if (id === 'preview') {
        return { newest: 0, inForceNow: true, problems: [], changes: [], unattributed: [] };
      }
      return id ? catalogues[0] : catalogues;
    case 'duties':
      return duties;
    case 'broadcasts':
      if (id === 'kinds') return ['policy'];
      return page([
        {
          ...{ publisher: here, kind: 'policy', key: 'policy', version: 1 },
          ...{ publishedAt: now(), withdrawn: false },
        },
      ]);
    case 'audit':
      return page(trail);
    default:
      return undefined;
  }
}
