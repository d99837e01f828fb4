import type { ComputedRef, Ref } from 'vue';
import { type Shortcut, useShortcuts } from '@/lib/shortcuts';
import type { Desk, Queue } from './desks';
import { type LineRow, stepFrom } from './line';

interface Moves {
  desk: () => Desk;
  queue: ComputedRef<Queue | undefined>;
  rows: ComputedRef<LineRow[]>;
  /** The item in hand. */
  opened: Ref<LineRow | undefined>;
  open: (key: string | undefined) => Promise<unknown>;
  layOut: () => Promise<void>;
  toggle: (key: string) => void;
  pickQueue: (key: string) => Promise<unknown>;
}

/** A desk is worked by keys: along the line, between the queues, and choosing several. */
export function useDeskKeys(moves: Moves): void {
  const { desk, queue, rows, opened } = moves;
  const step = (by: 1 | -1) => () =>
    void moves.open(stepFrom(rows.value, opened.value?.key, by)?.key);

  const always: Shortcut[] = [
    { keys: 'J', label: '下一件', run: step(1) },
    { keys: 'K', label: '上一件', run: step(-1) },
    { keys: 'N', label: '显示新工单', run: () => void moves.layOut() },
    {
      keys: '/',
      label: '在队列中查找',
      run: () => document.querySelector<HTMLElement>('[data-filter]')?.focus(),
    },
  ];
  const choose: Shortcut = {
    keys: 'X',
    label: '选中或取消选中',
    run: () => opened.value && moves.toggle(opened.value.key),
  };

  useShortcuts('队列', () => [
    ...always,
    ...(queue.value?.bulk ? [choose] : []),
    ...desk()
      .queues.slice(0, 9)
      .map((each, at) => ({
        keys: String(at + 1),
        label: each.label,
        run: () => void moves.pickQueue(each.key),
      })),
  ]);
}
