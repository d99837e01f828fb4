import { describe, expect, it } from 'vitest';
import type { Network, TreeNode } from '@/api/types';
import { isOpen, treeRows, visibleRows } from '@/network/tree';
import { troubles } from '@/network/troubles';

const heardAt = '2026-11-22T08:00:00+08:00';
const own = { produced: 10, confirmed: 10, headHash: 'aa', waiting: 0 };
const version = (schema: number) => ({ software: `0.${schema}.0`, schema });
const node = (code: string, parent: string, schema?: number, link = 'CONNECTED'): TreeNode => ({
  ...{ code, parent, name: `节点${code}`, heardAt, link: link as TreeNode['link'] },
  ...(schema === undefined ? {} : { version: version(schema) }),
});
const network = (tree: TreeNode[], parentSchema?: number): Network => ({
  node: { code: '621000', name: '庆阳市', tier: 'CITY' },
  ...{
    version: version(7),
    children: [],
    streams: [],
    own,
    broadcasts: [],
    ownBroadcast: own,
    tree,
  },
  parent: {
    ...{ code: '620000', name: '甘肃省', connected: true, revoked: false, commandBacklog: 2 },
    ...{ oldestCommandAgeSeconds: 0, circuit: 'CLOSED', publishBacklog: 3, confirmedPosition: 7 },
    ...(parentSchema === undefined ? {} : { version: version(parentSchema) }),
  },
});
const said = (tree: TreeNode[], parentSchema?: number) =>
  troubles(network(tree, parentSchema), [], [], new Date(heardAt));

describe('the tree of nodes', () => {
  const tree = [
    node('621002', '621000', 7),
    node('621002A01', '621002', 7, 'DISCONNECTED'),
    node('621003', '621000', 7),
  ];

  it('has the node above, this one, and each below under the one above it', () => {
    expect(treeRows(network(tree)).map((row) => [row.code, row.depth])).toEqual([
      ['620000', 0],
      ['621000', 1],
      ['621002', 2],
      ['621002A01', 3],
      ['621003', 2],
    ]);
  });

  it('says at a closed node how many are below it and how many of them are away', () => {
    const rows = treeRows(network(tree));
    const shown = visibleRows(rows, new Map([['621002', false]]));
    expect(shown.map((row) => row.code)).toEqual(['620000', '621000', '621002', '621003']);
    expect(shown[2]).toMatchObject({ below: 1, belowAway: 1 });
  });

  it('begins with the neighbours only where it is long', () => {
    const many = Array.from({ length: 40 }, (_, i) => node(`621002A${10 + i}`, '621002', 7));
    const rows = treeRows(network([node('621002', '621000', 7), ...many]));
    expect(visibleRows(rows, new Map()).map((row) => row.code)).toEqual([
      ...['620000', '621000', '621002'],
    ]);
    expect(visibleRows(rows, new Map([['621002', true]]))).toHaveLength(43);
    expect(rows.every((row) => !isOpen(row, new Map(), rows.length))).toBe(true);
  });
});

describe('what nodes run', () => {
  it('is no trouble while all have the same schema, whatever their programs are', () => {
    expect(
      said([{ ...node('621002', '621000', 7), version: { software: '9', schema: 7 } }], 7),
    ).toEqual([]);
  });

  it('is to be seen to where a node below is newer than this one', () => {
    const found = said([node('621002', '621000', 8)], 7);
    expect(found).toMatchObject([{ act: true }]);
    expect(found[0]?.todo).toContain('先升级本节点');
  });

  it('is to be seen to where the node above is older', () => {
    const found = said([], 6);
    expect(found).toMatchObject([{ act: true }]);
    expect(found[0]?.what).toContain('第 6 版');
  });

  it('is to be watched where nodes below are older, or have not said what they run', () => {
    const found = said([node('621002', '621000', 6), node('621003', '621000')], 7);
    expect(found.map((each) => [each.key, each.act])).toEqual([
      ['version/older', false],
      ['version/unknown', false],
    ]);
  });

  it('is a matter of others between a node further down and the one above it', () => {
    const found = said([node('621002', '621000', 6), node('621002A01', '621002', 7)], 7);
    expect(found.map((each) => each.key)).toEqual(['version/between', 'version/older']);
  });
});
