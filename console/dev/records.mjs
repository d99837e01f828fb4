// Calls and messages as the fake node has kept them, and lists as files.

const minute = 60_000;
const iso = (/** @type {number} */ at) => new Date(at).toISOString();
const owner = { code: '621000', name: '庆阳市' };
const below = { code: '621002', name: '西峰区' };

const handlings = [
  ...[
    ['TICKET', '形成工单'],
    ['ANSWERED', '直接解答'],
    ['ABANDONED', '未接通'],
  ],
  ...[
    ['TRANSFERRED', '呼叫转接'],
    ['TICKET', '形成工单'],
    ['TRANSFER_FAILED', '转接失败'],
  ],
];

/** @param {number} at */
function call(at) {
  const [handling = '', handlingLabel] = handlings[at % handlings.length] ?? [];
  const startedAt = Date.now() - (at + 1) * 17 * minute;
  const missed = handling === 'ABANDONED';
  const passed = handling.startsWith('TRANSFER');
  return {
    ...{ id: `621000:r${at}`, owner: at % 7 === 5 ? below : owner, direction: 'INBOUND' },
    ...{ line: at % 5 ? '12345' : '12329', caller: `138****${String(1000 + at * 7)}` },
    ...{ startedAt: iso(startedAt), endedAt: iso(startedAt + (3 + (at % 4)) * minute) },
    ...(missed ? {} : { answeredAt: iso(startedAt + 9000), agent: at % 2 ? 'huawu' : 'huawu2' }),
    ...{ handling, handlingLabel, recorded: !missed, version: 3 },
    ticketId: handling === 'TICKET' ? `621000-20261121-00000${1 + (at % 9)}` : undefined,
    legs: passed
      ? [
          {
            ...{ kind: 'EMERGENCY', code: '110', at: iso(startedAt + minute), threeParty: false },
            ...{ succeeded: handling === 'TRANSFERRED', note: '邻里纠纷升级，来电人要求报警' },
          },
        ]
      : [],
  };
}

const calls = Array.from({ length: 46 }, (_, at) => call(at));

const texts = [
  ['ACCEPTED', '您反映的“小区停水三天无人处理”已受理，查询码 81420000。【12345热线】'],
  ['ANSWERED', '您反映的事项已办结，请点击链接评价：http://127.0.0.1/rate/xxxx 【12345热线】'],
];
const notices = Array.from({ length: 27 }, (_, at) => {
  const [kind, text] = texts[at % texts.length] ?? [];
  const state = at % 6 === 2 ? 'FAILED' : at === 0 ? 'PENDING' : 'SENT';
  const createdAt = iso(Date.now() - at * 31 * minute);
  return {
    ...{ id: 100 - at, ticketId: `621000-20261121-00000${1 + (at % 9)}`, kind, text },
    ...{ createdAt, state, attempts: state === 'FAILED' ? 5 : 1 },
    ...(state === 'SENT' ? { sentAt: createdAt } : {}),
    ...(state === 'FAILED' ? { problem: '短信平台返回 4012：号码停机' } : {}),
  };
});

/** @param {any[]} items @param {URLSearchParams} query */
function page(items, query) {
  const at = Number(query.get('page') ?? 0);
  const size = Number(query.get('size') ?? 20);
  return { items: items.slice(at * size, (at + 1) * size), total: items.length, page: at, size };
}

/** @param {any} one @param {URLSearchParams} query @param {Record<string, unknown>} fields */
const fits = (one, query, fields) =>
  Object.entries(fields).every(([name, value]) => !query.get(name) || query.get(name) === value);

/**
 * Undefined for what it does not know.
 *
 * @param {string} method @param {string[]} path @param {URLSearchParams} query
 */
export function recordAnswer(method, path, query) {
  const [area, id = '', step] = path.map(decodeURIComponent);
  if (area === 'calls' && method === 'GET') {
    if (id) return calls.find((each) => each.id === id);
    // A ticket's page is answered elsewhere.
    if (query.get('ticket') && query.get('size') === '50') return undefined;
    const found = calls.filter((each) =>
      fits(each, query, {
        ...{ handling: each.handling, owner: each.owner.code, ticket: each.ticketId },
      }),
    );
    const from = query.get('from') ?? '';
    const to = query.get('to') ?? '';
    return page(
      found.filter(
        ({ startedAt }) =>
          (!from || Date.parse(startedAt) >= Date.parse(from)) &&
          (!to || Date.parse(startedAt) < Date.parse(to)),
      ),
      query,
    );
  }
  if (area !== 'notices') return undefined;
  if (step === 'retry') {
    const one = notices.find((each) => each.id === Number(id));
    return Object.assign(one ?? {}, { state: 'PENDING', attempts: 0 });
  }
  return page(
    notices.filter((each) =>
      fits(each, query, { state: each.state, kind: each.kind, ticket: each.ticketId }),
    ),
    query,
  );
}

let going = 0;
/** How many files are being sent. */
export const exportsGoingOn = () => going;

/** A file that takes a while. @param {import('node:http').ServerResponse} response */
export function exportAnswer(response) {
  response.writeHead(200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': "attachment; filename*=UTF-8''list.csv",
  });
  response.flushHeaders();
  going++;
  let pieces = 0;
  const timer = setInterval(() => {
    response.write('编号,内容\r\n'.repeat(4000));
    if (++pieces === 6) response.end();
  }, 250);
  response.on('close', () => {
    clearInterval(timer);
    going--;
  });
}
