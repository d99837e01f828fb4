// What the fake node knows about calls and appeals that are being noted down.

const minute = 60_000;
const iso = (/** @type {number} */ at) => new Date(at).toISOString();

/** @type {any[]} */
const calls = [];
/** @type {any[]} */
const callBacks = [1, 2].map((at) => ({
  ...{ id: `621000:b${at}~MISSED`, cause: 'MISSED', causeLabel: '未接通', callId: `621000:b${at}` },
  ...{ line: '12345', caller: `139****000${at}`, openedAt: iso(Date.now() - at * 20 * minute) },
  due: {
    at: iso(Date.now() + (at - 1.5) * 30 * minute),
    rule: '30 分钟内回拨',
    provisional: false,
  },
  ...{ overdue: at === 1, state: 'OPEN', stateLabel: '待回拨', attempts: 0 },
}));

const rules = {
  required: ['CONTACT', 'CONTENT', 'CATEGORY', 'PLACE'],
  categories: ['CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'OTHER'],
  grounds: [
    {
      ground: 'EMERGENCY_SERVICE',
      label: '紧急热线受理范围',
      guidance: '已为您转接相应紧急热线。',
    },
    { ground: 'LEGAL_PROCEDURE', label: '须通过法定程序解决', guidance: '请向人民法院提起诉讼。' },
    { ground: 'INFORMATION_WITHHELD', label: '拒绝提供必要信息' },
    { ground: 'ALREADY_CONCLUDED', label: '已办结又重复提出' },
  ],
  withheldCases: ['OWN_HISTORY', 'EVIDENCE'],
  emergencyNumbers: ['110', '119', '120', '122'],
  immediateClosure: ['CONSULTATION', 'HELP'],
  unreasonableGetsVisit: false,
};

/** A call rings. @param {string} id @param {string} phone */
export function ring(id, phone) {
  calls.unshift({
    ...{ id: `621000:${id}`, owner: { code: '621000', name: '庆阳市' }, direction: 'INBOUND' },
    ...{ line: '12345', phone, caller: `${phone.slice(0, 3)}****${phone.slice(-4)}` },
    ...{ startedAt: iso(Date.now()), answeredAt: iso(Date.now()), agent: 'huawu' },
    ...{ handling: 'OPEN', handlingLabel: '通话中', legs: [], recorded: false, version: 1 },
  });
}

/** @param {any} known @param {any[]} tickets */
const caller = (known, tickets) => ({
  ...known,
  open: tickets
    .filter(({ state }) => state === 'IN_HANDLING')
    .slice(0, 2)
    .map((ticket) => ({ ticket, supplementable: true })),
  past: tickets.filter(({ state }) => state === 'CLOSED').slice(0, 3),
});

/** @param {any} body @param {any[]} tickets @param {any} reference */
function check(body, tickets, reference) {
  const words = `${body.title}${body.content}`;
  const matter = reference.matters.find((/** @type {any} */ each) => each.code === body.matter);
  const guess = reference.matters.find((/** @type {any} */ each) =>
    words.includes(each.name.slice(0, 2)),
  );
  const unit = (matter ?? guess) && { code: 'GR', name: '市供热公司' };
  return {
    related: [],
    nearby: tickets
      .filter((each) => each.region?.code === body.region)
      .slice(0, 3)
      .map((ticket, at) => ({ ticket, samePlace: at === 0, likeness: 62 - at * 9 })),
    suggestions: unit
      ? [
          {
            ...{ ...unit, kind: 'UNIT', role: 'LEAD', guessed: !matter, catalogue: 1 },
            reason: `${matter ? '事项' : '从内容看像事项'}“${(matter ?? guess).name}”按归口目录第1版属${unit.name}职责`,
          },
        ]
      : [],
    matters: matter || !guess ? [] : [{ code: guess.code, name: guess.name, path: guess.path }],
    regions: body.region || !words.includes('西峰') ? [] : [{ code: '621002', name: '西峰区' }],
    enterprise: false,
    emergencyNumber: words.includes('着火') ? '119' : undefined,
    looksUrgent: words.includes('泄漏') ? 'URGENT' : undefined,
  };
}

/**
 * Undefined for what it does not know.
 *
 * @param {string} method
 * @param {string[]} path
 * @param {any} body
 * @param {any[]} tickets
 * @param {any} reference
 */
export function intakeAnswer(method, path, body, tickets, reference) {
  const [area, id = '', action = '', more = ''] = path.map(decodeURIComponent);
  if (area === 'agent' && id === 'calls') {
    if (!action) return calls;
    const call = calls.find((each) => each.id === action);
    return more && caller({ phone: call?.phone, name: '王某某' }, tickets);
  }
  if (area === 'intake' && id === 'rules') return rules;
  if (area === 'intake' && id === 'check') return check(body, tickets, reference);
  if (area === 'intake' && id === 'caller') return caller({}, tickets);
  if (area === 'expert-seats') {
    return {
      seats: [
        { id: 1, field: '12333', unit: 'RS', unitName: '市人社局', remote: false, reason: '' },
      ],
      missing: [],
    };
  }
  if (area === 'lines') {
    const owner = { code: '621000', name: '庆阳市' };
    return {
      items: [{ number: '12329', name: '公积金热线', owner }],
      total: 1,
      page: 0,
      size: 200,
    };
  }
  if (area === 'call-backs') {
    if (!id) return { items: callBacks, total: callBacks.length, page: 0, size: 50 };
    const one = callBacks.find((each) => each.id === id);
    return Object.assign(one, {
      takenBy: 'huawu',
      attempts: one.attempts + 1,
      caller: '13900000001',
    });
  }
  if (area === 'calls' && method === 'POST') return calls.find((each) => each.id === id);
  if (area === 'abuse-cases') return { id: 'a1' };
  return undefined;
}
