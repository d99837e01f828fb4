/** What can be done with a hotline number. */
export type LineStep = 'detail' | 'merge' | 'rename' | 'managers' | 'prompt' | 'cancel';

export const lineSteps: { step: LineStep; label: string }[] = [
  { step: 'merge', label: '归并' },
  { step: 'rename', label: '更名' },
  { step: 'managers', label: '管理单位' },
  { step: 'prompt', label: '过渡期提示' },
  { step: 'cancel', label: '取消号码' },
];
