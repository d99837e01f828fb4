import type { Call, Caller, Check } from '@/api/intake';
import { type Shortcut, useShortcuts } from '@/lib/shortcuts';
import type { IntakeTab } from './desk';

interface Work {
  tab: () => IntakeTab;
  call: () => Call | undefined;
  /** What is known of the appeal as far as it is typed. */
  check: () => Check | undefined;
  /** The open ticket that may be added to. */
  addable: () => Caller['open'][number] | undefined;
  focus: (selector: string) => void;
  submit: () => Promise<void>;
  take: () => void;
  transfer: () => void;
  supplement: (ticket: Caller['open'][number]['ticket']) => void;
}

/** One appeal is worked by keys while the call-taker talks: only those that do something now are there. */
export function useWorkKeys(work: Work): void {
  useShortcuts('本件诉求', () => {
    const { form: appeal, done } = work.tab();
    const guess = work.check();
    const open = work.addable();
    const transfer: Shortcut[] = work.call()
      ? [{ keys: 'Alt+T', label: '转接来电', run: work.transfer }]
      : [];
    if (done) return transfer;
    const supplement: Shortcut[] = open
      ? [
          {
            keys: 'Alt+A',
            label: '追加到该诉求人的在办工单',
            run: () => work.supplement(open.ticket),
          },
        ]
      : [];
    return [
      { keys: 'Ctrl+Enter', label: '提交', run: () => void work.submit() },
      {
        keys: 'Alt+C',
        label: '到诉求内容',
        run: () => work.focus('textarea[aria-label="诉求内容"]'),
      },
      { keys: 'Alt+P', label: '到处理方式', run: () => work.focus('.kinds input:checked') },
      ...supplement,
      { keys: 'Alt+Y', label: '采纳归口建议，受理并转办', run: work.take },
      {
        keys: 'Alt+M',
        label: '采纳第一个事项建议',
        run: () => (appeal.matter = guess?.matters[0]?.code ?? appeal.matter),
      },
      {
        keys: 'Alt+R',
        label: '采纳第一个区域建议',
        run: () => (appeal.region = guess?.regions[0]?.code ?? appeal.region),
      },
      ...transfer,
    ];
  });
}
