import type { Network, NodeVersion, Stream, TreeNode } from '@/api/types';

/** A line of the tree of nodes: the one above, this one, or one somewhere below. */
export interface TreeRow {
  code: string;
  name: string;
  tier?: string | undefined;
  place: 'parent' | 'self' | 'below';
  /** How many nodes of the tree stand above it on this page. */
  depth: number;
  link?: TreeNode['link'];
  /** What is wrong with the link, in words. */
  trouble: string[];
  heardAt?: string | undefined;
  version?: NodeVersion | undefined;
  /** Commands that wait for it; only neighbours are sent any from here. */
  commands?: number;
  oldestCommandMillis?: number;
  /** Records that are not where they should be yet. */
  backlog?: number | undefined;
  stream?: Stream | undefined;
  /** All those below it, and how many of them are not reached. */
  below: number;
  belowAway: number;
  children: TreeRow[];
}

const circuits: Record<string, string | undefined> = { OPEN: '已熔断', HALF_OPEN: '试探恢复' };

const words = (...parts: (string | undefined)[]): string[] =>
  parts.filter((part): part is string => Boolean(part));

function ofParent(network: Network): TreeRow | undefined {
  const { parent } = network;
  if (!parent) return undefined;
  return {
    ...{ code: parent.code, name: parent.name, place: 'parent', depth: 0 },
    ...{ link: parent.connected ? 'CONNECTED' : 'DISCONNECTED', version: parent.version },
    trouble: words(
      parent.revoked ? '本节点入网已被撤销' : undefined,
      circuits[parent.circuit ?? ''],
    ),
    ...{ commands: parent.commandBacklog, backlog: parent.publishBacklog },
    oldestCommandMillis: parent.oldestCommandAgeSeconds * 1000,
    ...{ below: 0, belowAway: 0, children: [] },
  };
}

function ofNode(network: Network, node: TreeNode, depth: number): TreeRow {
  const neighbour = network.children.find((child) => child.code === node.code);
  const stream = network.streams.find((each) => each.origin.code === node.code);
  const children = network.tree
    .filter((each) => each.parent === node.code)
    .map((each) => ofNode(network, each, depth + 1));
  return {
    ...{ code: node.code, name: node.name, tier: node.tier, place: 'below', depth },
    ...{ link: node.link, heardAt: node.heardAt, version: node.version, stream, children },
    trouble: words(circuits[neighbour?.circuit ?? ''], neighbour?.trouble),
    ...(neighbour ? { commands: neighbour.commandBacklog } : {}),
    backlog: stream?.backlog,
    below: children.reduce((sum, child) => sum + 1 + child.below, 0),
    belowAway: children.reduce(
      (sum, child) => sum + (child.link === 'CONNECTED' ? 0 : 1) + child.belowAway,
      0,
    ),
  };
}

/** All nodes that this one knows: the one above, itself, and those below in their order. */
export function treeRows(network: Network): TreeRow[] {
  const parent = ofParent(network);
  const depth = parent ? 1 : 0;
  const self: TreeRow = {
    ...{ code: network.node.code, name: network.node.name, tier: network.node.tier },
    ...{ place: 'self', depth, version: network.version, trouble: [] },
    ...{ below: 0, belowAway: 0, children: [] },
  };
  const below = network.tree
    .filter((node) => node.parent === network.node.code)
    .map((node) => ofNode(network, node, depth + 1));
  const rows = parent ? [parent, self] : [self];
  const add = (row: TreeRow): void => {
    rows.push(row);
    row.children.forEach(add);
  };
  below.forEach(add);
  return rows;
}

/** Longer trees begin with the neighbours only. */
const long = 25;

/** Whether a node's own are shown: as somebody has chosen, and else when the tree is short. */
export const isOpen = (row: TreeRow, chosen: ReadonlyMap<string, boolean>, rows: number): boolean =>
  chosen.get(row.code) ?? rows <= long;

/** The lines that are not hidden below a closed one. */
export function visibleRows(rows: TreeRow[], chosen: ReadonlyMap<string, boolean>): TreeRow[] {
  const hidden = new Set<string>();
  for (const row of rows)
    if (hidden.has(row.code) || !isOpen(row, chosen, rows.length))
      row.children.forEach((child) => hidden.add(child.code));
  return rows.filter((row) => !hidden.has(row.code));
}
