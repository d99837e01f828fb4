import type { KnowledgeState } from '@/api/knowledge';
import type { Tone } from '@/lib/labels';

/** Where a version stands, as people call it. */
export const states: { value: KnowledgeState; label: string; tone: Tone }[] = [
  { value: 'DRAFT', label: '待审核', tone: 'warning' },
  { value: 'RETURNED', label: '已退回', tone: 'danger' },
  { value: 'PUBLISHED', label: '已发布', tone: 'success' },
  { value: 'WITHDRAWN', label: '已下架', tone: 'info' },
];

export const stateOf = (value: KnowledgeState) =>
  states.find((state) => state.value === value) ?? { label: value, tone: 'info' as Tone };
