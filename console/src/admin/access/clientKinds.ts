import type { ClientKind } from '@/api/admin';

/** The kinds of other systems, with what the scope of their key is made of. */
export const clientKinds: { value: ClientKind; label: string; scope: string }[] = [
  { value: 'TELEPHONY', label: '话务平台', scope: '热线号码，不填为全部' },
  { value: 'CHANNEL', label: '受理渠道（网站、公众号、其他平台）', scope: '渠道代码，如 WEB' },
  { value: 'EXCHANGE', label: '双号并行部门系统', scope: '热线号码，如 12333' },
  { value: 'LINKAGE', label: '紧急热线、公共事业热线平台', scope: '号码或单位代码，如 110' },
];
