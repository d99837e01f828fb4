// What belongs to a ticket of the fake node and is kept elsewhere.

const at = '2026-11-21T09:12:00+08:00';

/** Two of the fake node's tickets are of one person. @param {string} id */
function repeatsOf(id) {
  const owner = { code: '621000', name: '庆阳市' };
  const told = { code: '621002', name: '西峰区' };
  return id.endsWith('3')
    ? [
        { id: '621002-20261118-000007', owner: told, earlier: true, concluded: false },
        {
          ...{ id: '621000-20261121-000001', owner, earlier: false, concluded: false },
          ...{ title: '小区停水三天无人处理', state: 'IN_HANDLING', registeredAt: at },
        },
      ]
    : [];
}

/** @param {string} method @param {string[]} path @param {URLSearchParams} query */
export function ticketAnswer(method, path, query) {
  const [area, id, part] = path;
  if (area === 'tickets' && part === 'repeats') return repeatsOf(id ?? '');
  if (method !== 'GET' || id) return undefined;
  if (area === 'lookups') return ['ZJ'];
  const ticketId = query.get('ticket') ?? '';
  if (!ticketId) return undefined;
  const list = (/** @type {any[]} */ ...items) => ({
    items,
    total: items.length,
    page: 0,
    size: 50,
  });
  if (area === 'calls')
    return list({
      ...{ id: 'c1', ticketId, direction: 'INBOUND', line: '12345', caller: '138****0001' },
      ...{ owner: { code: '621000', name: '庆阳市' }, startedAt: at, answeredAt: at, endedAt: at },
      ...{ agent: 'huawu', handling: 'ANSWERED', handlingLabel: '已接听', legs: [] },
      ...{ recorded: true, version: 1 },
    });
  if (area === 'handovers' || area === 'supervisions') return list();
  return undefined;
}
