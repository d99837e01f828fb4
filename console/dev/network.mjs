// What the fake node proves about its network, and whom it sends records to.
const iso = (/** @type {number} */ at) => new Date(at).toISOString();
const hash = '9f2c41d07ab35e6681c0f4e29d3375ab10c2ee948d5b6a7f0e1d2c3b4a596877';

/** @type {any[]} */
const certificates = [{ id: 1, madeAt: iso(Date.now() - 86_400_000), complete: true, hash }];
/** @type {any[]} */
const departments = [
  {
    ...{ unit: { code: 'ZJ', name: '市住建局' }, masked: true, stream: 'peer.ZJ' },
    ...{ startedAt: iso(Date.now() - 9e8), topic: 'persistent://hotline/sync/peer-621000-ZJ' },
    ...{ subscription: 'department', produced: 412, confirmed: 412, headHash: hash },
  },
];

/** @param {number} schema */
export const fakeVersion = (schema) => ({ software: `0.${schema}.0+9f2c41d07a`, schema });

/** What this node runs, and all below it: the second child is older, a sub-center of it is away.
 * @param {any} self @param {any[]} children */
export function fakeTree(self, children) {
  const at = iso(Date.now() - 6000);
  const tree = children.flatMap((child, i) => [
    {
      ...{ code: child.code, name: child.name, tier: child.tier, parent: self.code, heardAt: at },
      ...{ link: i === 0 ? 'CONNECTED' : 'DISCONNECTED' },
      ...(i === 0 ? { version: fakeVersion(2) } : { version: fakeVersion(1) }),
    },
    ...[1, 2].map((n) => ({
      ...{ code: `${child.code}A0${n}`, name: `${child.name}第${n}分中心`, parent: child.code },
      ...{ link: i > 0 ? 'UNKNOWN' : n === 1 ? 'CONNECTED' : 'DISCONNECTED', heardAt: at },
      ...(n === 1 ? { version: fakeVersion(2) } : {}),
    })),
  ]);
  return { version: fakeVersion(2), tree };
}

/** @param {any} row */
const certificate = (row) => ({
  ...{ ...row, text: '完整性证明\n节点 621000\n621002~uplink 位置 5210 一致\n', keyId: hash },
  ...{ signature: 'bWFkZSB1cA==', chain: '', verified: true },
});

/** @param {string} method @param {string[]} path */
export function networkAnswer(method, path) {
  const [area, what, id] = path;
  if (area === 'network' && what === 'proofs') {
    const [origin = '', stream = ''] = decodeURIComponent(id ?? '').split('~');
    return {
      ...{ origin, stream, proven: true, text: '已入库至第 5210 条，核对 8312 处副本，全部相符。' },
      ...{ from: 1, position: 5210, compared: 8312, wrong: 0, findings: [] },
      ...{ archived: 5210, archiveHash: hash },
    };
  }
  if (area === 'network' && what === 'certificates') {
    if (method === 'POST') {
      const row = { id: certificates.length + 1, madeAt: iso(Date.now()), complete: true, hash };
      certificates.unshift(row);
      return certificate(row);
    }
    return id
      ? certificate(certificates.find((each) => String(each.id) === id))
      : { items: certificates, total: certificates.length, atLeast: false, page: 0, size: 20 };
  }
  if (area === 'department-streams') return what === 'certificates' ? ['PEM\n'] : departments;
  if (area === 'monitoring') {
    const node = { code: '621002', name: '西峰区' };
    const done = { closed: 212, archived: 180, calls: 640, missedCalls: 12, failedTransfers: 1 };
    const units = [
      {
        ...{ code: 'ZJ', name: '市住建局' },
        numbers: { volume: 88, signedInTime: 86, repliedInTime: 80, overdue: 8, returned: 3 },
      },
    ];
    const streamed = { produced: 5210, applied: 5210, lastAppliedAt: iso(Date.now() - 4000) };
    const platforms = [{ node, registered: 260, open: 48, overdue: 2, ...done, ...streamed }];
    return { node, asOf: iso(Date.now()), platforms, units };
  }
  return undefined;
}
