import type { Network, TreeNode } from '@/api/types';
import { shortNode } from '@/lib/labels';
import type { Trouble } from './troubles';

const named = (nodes: TreeNode[]): string => {
  const names = nodes
    .slice(0, 3)
    .map((node) => shortNode(node.name))
    .join('、');
  return nodes.length > 3 ? `${names}等 ${nodes.length} 个节点` : names;
};

/**
 * What nodes run that do not understand each other. A node understands everything of one with an
 * older schema, so upper nodes are to be upgraded first.
 */
export function versionTroubles(network: Network): Trouble[] {
  const found: Trouble[] = [];
  const own = network.version.schema;
  const { parent, tree } = network;
  if (parent?.version && parent.version.schema < own)
    found.push({
      ...{ key: 'version/parent', act: true },
      what: `上级${shortNode(parent.name)}的数据规范（第 ${parent.version.schema} 版）低于本节点（第 ${own} 版）`,
      todo: '请联系上级管理员升级。升级前，本节点上送的新内容在上级可能被搁置或显示为“其他”；升级后由上级重试即可补齐，不会丢失。',
    });
  const schemaOf = new Map(tree.map((node) => [node.code, node.version?.schema]));
  const newer = tree.filter((node) => (node.version?.schema ?? 0) > own);
  if (newer.length > 0)
    found.push({
      ...{ key: 'version/newer', act: true },
      what: `${named(newer)}的数据规范高于本节点（第 ${own} 版）`,
      todo: '它们上送的新内容本节点不能全部识别，可能被搁置或显示为“其他”。请先升级本节点，再到“未能入库的记录”点“重试”。升级应自上而下进行。',
    });
  const aboveParent = tree.filter(
    (node) => (node.version?.schema ?? 0) > (schemaOf.get(node.parent) ?? Infinity),
  );
  const between = aboveParent.filter((node) => !newer.includes(node));
  if (between.length > 0)
    found.push({
      ...{ key: 'version/between', act: false },
      what: `${named(between)}的数据规范高于其上级节点`,
      todo: '请它们的上级节点先升级；升级前，新内容在那里可能被搁置或显示为“其他”。',
    });
  const older = tree.filter((node) => node.version && node.version.schema < own);
  if (older.length > 0)
    found.push({
      ...{ key: 'version/older', act: false },
      what: `${named(older)}的数据规范低于本节点（第 ${own} 版）`,
      todo: '已有业务不受影响；本节点新增的办理事项派到那里，对方可能不认识而退回。请安排它们升级。',
    });
  const silent = tree.filter((node) => !node.version && node.heardAt && node.link === 'CONNECTED');
  if (silent.length > 0)
    found.push({
      ...{ key: 'version/unknown', act: false },
      what: `${named(silent)}没有上报版本`,
      todo: '程序较旧，还不会上报版本。请安排升级；升级前，不要把本节点新增的办理事项派到那里。',
    });
  return found;
}
