import type { Network, SetAsideRecord, Stream, StuckCommand } from '@/api/types';
import { shortNode } from '@/lib/labels';
import { span } from '@/lib/time';
import { versionTroubles } from './versions';

/** Something that does not go as it should, and what a person can do about it. */
export interface Trouble {
  key: string;
  /** Whether somebody has to act; otherwise it is expected to pass. */
  act: boolean;
  what: string;
  todo: string;
}

/** A backlog below this is records on their way. */
const muchBacklog = 100;
const longWait = 10 * 60_000;

function ofStream(stream: Stream): Trouble[] {
  const name = shortNode(stream.origin.name);
  const key = `${stream.origin.code}/${stream.name}`;
  const found: Trouble[] = [];
  if (stream.trouble)
    found.push({
      ...{ key: `${key}/trouble`, act: true, what: `${name}的数据停止入库：${stream.trouble}` },
      todo: '先看下面“未能入库的记录”是否有该节点的记录；没有的，点该节点一行的“核对”查明差异，并联系该节点管理员。记录都还在来源节点，恢复后会自动补齐，不会丢失。',
    });
  if (!stream.headsAgree && stream.backlog === 0 && stream.originHash)
    found.push({
      ...{ key: `${key}/heads`, act: true, what: `${name}的链头与来源节点的声明不一致` },
      todo: '点该节点一行的“核对”，逐条比对副本与存档；核对结果会指明哪一条不符。查明前不要据此出具报表，并保留现场联系双方管理员。',
    });
  if (stream.backlog >= muchBacklog && !stream.trouble)
    found.push({
      ...{
        key: `${key}/backlog`,
        act: false,
        what: `${name}还有 ${stream.backlog} 条记录没有入库`,
      },
      todo: '正在追赶，一般不必处理。积压持续增长的，检查本节点数据库和消息服务是否繁忙、两地网络是否畅通。',
    });
  return found;
}

function ofLinks(network: Network): Trouble[] {
  const found: Trouble[] = [];
  const { parent } = network;
  if (parent?.revoked)
    found.push({
      ...{ key: 'revoked', act: true },
      what: `上级${shortNode(parent.name)}已撤销本节点的入网`,
      todo: '本节点可照常受理和办理，但不能上送记录，也收不到派单。如属误撤，请上级管理员重新登记本节点并提供入网口令；把本节点数据目录下的 identity 目录移走，填入口令（HOTLINE_PARENT_TOKEN）后重新启动。',
    });
  else if (parent && !parent.connected)
    found.push({
      ...{ key: 'parent', act: true, what: `与上级${shortNode(parent.name)}的连接中断` },
      todo: '本节点可照常受理、派单和答复，恢复后自动补送。请检查到上级的网络和防火墙；上级正常而本节点连不上的，核对本节点证书是否被上级撤销。',
    });
  if (parent && parent.connected && parent.publishBacklog >= muchBacklog)
    found.push({
      ...{ key: 'publish', act: false, what: `有 ${parent.publishBacklog} 条记录等待上送` },
      todo: '上级的消息服务接收较慢或暂停，恢复后自动续传。超过一小时没有减少的，联系上级管理员检查消息服务。',
    });
  for (const child of network.children) {
    const name = shortNode(child.name);
    if (!child.connected)
      found.push({
        ...{ key: child.code, act: true, what: `与下级${name}的连接中断` },
        todo: `派给${name}的工单会一直保留并重试，不会丢失。联系该节点管理员确认程序在运行、地址 ${child.address} 能从本节点访问；急件请先电话通知。`,
      });
    else if (child.trouble)
      found.push({
        ...{ key: `${child.code}/trouble`, act: true, what: `${name}的链路异常：${child.trouble}` },
        todo: '一般由对方重启或网络闪断引起，几分钟内自动恢复。持续出现的，请双方管理员核对证书有效期和系统时间。',
      });
  }
  for (const node of network.tree)
    if (node.link === 'DISCONNECTED' && node.parent !== network.node.code)
      found.push({
        ...{
          key: `${node.code}/below`,
          act: false,
          what: `${shortNode(node.name)}与其上级的连接中断`,
        },
        todo: '由它的上级节点处理。恢复前，本节点看到的该节点数据可能不是最新，恢复后自动补齐。',
      });
  return found;
}

/** All that is in trouble at present, what needs a person first. */
export function troubles(
  network: Network,
  commands: StuckCommand[],
  setAside: SetAsideRecord[],
  now: Date,
): Trouble[] {
  const found = [
    ...ofLinks(network),
    ...versionTroubles(network),
    ...[...network.streams, ...network.broadcasts].flatMap(ofStream),
  ];
  if (setAside.length > 0)
    found.push({
      ...{ key: 'set-aside', act: true, what: `有 ${setAside.length} 条记录未能入库` },
      todo: '其余记录不受影响。请看每条的原因：缺少前一版本、节点未登记一类，原因消除后点“重试”；格式无法识别的，多为对方程序版本较新，升级本节点后再重试。',
    });
  const old = commands.filter((each) => now.getTime() - Date.parse(each.writtenAt) > longWait);
  if (old.length > 0)
    found.push({
      ...{ key: 'commands', act: true, what: `有 ${old.length} 条指令超过10分钟没有送达` },
      todo: `最早的已等待 ${span(now.getTime() - Math.min(...old.map((each) => Date.parse(each.writtenAt))))}。对方恢复后会自动送出，也可点“立即重试”；确定不再需要的可以取消，取消后工单会显示派办未送达，须另行派办。`,
    });
  return found.sort((a, b) => Number(b.act) - Number(a.act));
}
