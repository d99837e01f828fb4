// The citizens' side of the fake node, and files of tickets: what is said about them only, no bytes are kept.
import { reference, self } from './world.mjs';

/** @type {Map<string, any[]>} */
const files = new Map();
/** @type {Map<string, any>} */
const appeals = new Map();
let numbers = 0;

const categories = [
  ...['CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'PRAISE', 'OTHER'],
];
const answered = new Date(Date.now() - 86_400_000).toISOString();

/** An appeal that has been answered and waits to be rated: code DEMO2345ABCD, phone 13812345678. */
const demo = {
  ...{ id: `${self.code}-20261120-000007`, queryCode: 'DEMO2345ABCD', phone: '13812345678' },
  ...{ title: '小区东门路灯不亮', state: 'AWAITING_FOLLOW_UP', stateLabel: '已答复，请评价' },
  ...{ registeredAt: new Date(Date.now() - 3 * 86_400_000).toISOString(), photos: 2 },
  ...{ answer: '已更换3盏损坏路灯，现场亮灯正常。', mayAddPhotos: 7, ratingToken: 'demo' },
  steps: [
    { label: '已提交', phase: 'DONE', at: new Date(Date.now() - 3 * 86_400_000).toISOString() },
    { label: '已受理', phase: 'DONE', at: new Date(Date.now() - 2.9 * 86_400_000).toISOString() },
    { label: '已转交市城管局', phase: 'DONE', at: answered },
    { label: '办理中', phase: 'DONE', at: answered },
    { label: '已答复', phase: 'NOW', at: answered },
    { label: '已办结', phase: 'AHEAD' },
  ],
};
appeals.set(demo.queryCode, demo);

/** @param {number} status @param {string} detail */
function refused(status, detail) {
  return Object.assign(new Error(detail), { status });
}

/** @param {any} body */
function submit(body) {
  const before = [...appeals.values()].find((each) => each.key === body.submissionKey);
  if (before) return { ...before, changed: before.content !== body.content };
  numbers += 1;
  const registeredAt = new Date().toISOString();
  const appeal = {
    ...{
      key: body.submissionKey,
      content: body.content,
      changed: false,
      phone: body.phone,
      title: body.content.slice(0, 20),
    },
    ...{ id: `${self.code}-20261121-9${String(numbers).padStart(5, '0')}`, registeredAt },
    ...{ queryCode: `K7MQ${String(1000 + numbers)}WXYZ`, state: 'REGISTERED' },
    ...{ stateLabel: '等待受理', photos: 0, mayAddPhotos: 9 },
    steps: ['已提交', '已受理', '转交承办单位', '办理中', '已答复', '已办结'].map((label, at) => ({
      ...{ label, phase: at === 0 ? 'NOW' : 'AHEAD' },
      ...(at === 0 ? { at: registeredAt } : {}),
    })),
  };
  appeals.set(appeal.queryCode, appeal);
  return appeal;
}

/** @param {any} body */
function his(body) {
  const appeal = appeals.get(String(body.code).toUpperCase().replaceAll(' ', ''));
  if (!appeal || (appeal.phone && appeal.phone !== body.phone))
    throw refused(404, '没有找到诉求，请核对查询码和登记时所留的电话');
  return appeal;
}

/** @param {string} method @param {string[]} path @param {any} body */
function citizens(method, [what = '', which = '', more = ''], body) {
  if (what === 'portal') {
    const limits = { maxPhotos: 9, maxPhotoSize: 20 << 20 };
    const regions = reference.children.map(({ code, name }) => ({ code, name }));
    return {
      name: self.shortName,
      open: true,
      categories,
      regions,
      anonymousAllowed: true,
      ...limits,
    };
  }
  if (what === 'appeals' && method === 'POST' && more === 'photos') {
    const appeal = appeals.get(which);
    appeal.photos += 1;
    appeal.mayAddPhotos -= 1;
    return { photos: appeal.photos };
  }
  if (what === 'appeals' && method === 'POST') return submit(body);
  if (what === 'progress') return which === 'history' ? [his(body)] : his(body);
  if (what === 'ratings' && method === 'POST') {
    delete appeals.get(demo.queryCode).ratingToken;
    return {};
  }
  if (what === 'ratings') {
    const grades = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'];
    return { title: demo.title, answer: demo.answer, scale: 'FIVE_GRADES', grades };
  }
  throw refused(404, '没有这个地址');
}

/**
 * The answer to what is asked of this part; undefined for everything else.
 *
 * @param {string} method
 * @param {string[]} path
 * @param {URLSearchParams} query
 * @param {any} body
 */
export function portalAnswer(method, path, query, body) {
  const [area, id = '', action = ''] = path;
  if (area === 'public') return citizens(method, path.slice(1), body);
  if (area !== 'tickets' || action !== 'attachments') return undefined;
  const items = files.get(id) ?? [];
  files.set(id, items);
  const places = [{ about: 'APPEAL', label: '诉求材料' }];
  if (method === 'GET') return { items, places, maxSize: 20 << 20, maxCount: 30 };
  const file = {
    ...{ id: `file-${id}-${items.length}`, about: query.get('about'), aboutLabel: '诉求材料' },
    ...{ name: `材料${items.length + 1}.pdf`, mediaType: 'application/pdf', image: false },
    ...{ size: 348_112, sha256: '', at: new Date().toISOString(), by: 'huawu', node: self.name },
  };
  items.push(file);
  return file;
}
