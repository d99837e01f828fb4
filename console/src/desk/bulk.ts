import { explain } from '@/api/http';
import type { WorkItem } from './queue';

/** What became of one of several. */
export interface Outcome {
  item: WorkItem;
  /** Why it was not done; absent when it was. */
  problem?: string;
}

/** So many requests are under way at most: others work here, too. */
const atOnce = 3;

/**
 * Does the same to several, each by itself: what fails leaves the others alone. Outcomes are told as they come.
 */
export async function forEach(
  items: WorkItem[],
  act: (item: WorkItem) => Promise<unknown>,
  told: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...items];
  async function work(): Promise<void> {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      try {
        await act(item);
        told({ item });
      } catch (failure) {
        told({ item, problem: explain(failure) });
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}
