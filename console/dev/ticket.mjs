// What belongs to a ticket of the fake node and is kept elsewhere.

const at = '2026-11-21T09:12:00+08:00';

/** @param {string} method @param {string[]} path @param {URLSearchParams} query */
export function ticketAnswer(method, path, query) {
  const [area, id] = path;
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
