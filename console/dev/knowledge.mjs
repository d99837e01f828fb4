// What the fake node knows: a few answers, published or on their way.
import { self } from './world.mjs';

const now = () => new Date().toISOString();

/** @type {any[]} */
const entries = [
  [
    '失业金怎么领？',
    '失业后60日内，到参保地失业保险经办机构或在省人社厅网站申领。',
    '《失业保险条例》',
    'RS',
  ],
  [
    '家里暖气不热怎么办？',
    '先向供热公司报修；卧室、起居室低于18℃的，可要求测温和退费。',
    '《甘肃省供热条例》',
    'ZJ',
  ],
  [
    '夜间施工噪声投诉找谁？',
    '22时至次日6时未经批准施工的，由生态环境部门查处。',
    '《噪声污染防治法》',
    'HB',
  ],
].map(([question, answer, basis, unit], at) => ({
  ...{ id: at + 1, version: 2, published: 2, state: 'PUBLISHED', expired: false, note: '' },
  ...{ question, answer, basis, unit, unitName: '市直部门', validFrom: '2026-01-01' },
  ...{ openness: at === 2 ? 'INTERNAL' : 'PUBLIC', changedAt: now(), changedBy: 'shenhe' },
}));

const found = (/** @type {any} */ entry) => ({
  ...entry,
  ...{ publisher: { code: self.code, name: self.name }, own: true, publishedAt: now() },
  key: `K${entry.id}`,
});
const page = (/** @type {any[]} */ items) => ({ items, total: items.length, page: 0, size: 20 });

/** Whether a text shares two neighbouring characters with the question. @param {string} q @param {any} entry */
const fits = (q, entry) =>
  !q || [...q].some((_, at) => at > 0 && entry.question.includes(q.slice(at - 1, at + 1)));

/** What citizens find. @param {URLSearchParams} query */
export function publicKnowledge(query) {
  const known = entries.filter((each) => each.published && each.openness === 'PUBLIC');
  const fitting = known.filter((each) => fits(query.get('q') ?? '', each));
  return page(fitting.map((each) => ({ ...each, source: each.unitName, publishedAt: now() })));
}

/**
 * @param {string} method @param {string[]} path @param {URLSearchParams} query @param {any} body
 */
export function knowledgeAnswer(method, [area = '', sub = '', id = '', step = ''], query, body) {
  if (area !== 'knowledge') return undefined;
  if (!sub) {
    const q = query.get('q') ?? '';
    return page(entries.filter((each) => each.published && fits(q, each)).map(found));
  }
  if (method === 'GET' && !id) return page(entries);
  const entry = entries.find((each) => each.id === Number(id));
  if (method === 'GET') {
    const actions = ['REVISE', 'PUBLISH', 'RETURN', 'WITHDRAW'];
    return { entry, versions: [entry], actions };
  }
  if (!id) {
    const first = { version: 1, state: 'DRAFT', unitName: '热线平台', changedAt: now() };
    entries.unshift({ id: entries.length + 1, ...body.knowledge, ...first, changedBy: 'shenhe' });
    return entries[0];
  }
  const states = /** @type {Record<string, string>} */ ({
    ...{ publish: 'PUBLISHED', return: 'RETURNED', withdraw: 'WITHDRAWN' },
  });
  const version = entry.version + 1;
  const published =
    step === 'publish' ? version : step === 'withdraw' ? undefined : entry.published;
  const state = states[step] ?? 'DRAFT';
  return Object.assign(entry, body.knowledge, { version, published, state, changedAt: now() });
}
