import { onScopeDispose, watch } from 'vue';
import { knowledge } from '@/api/knowledge';
import { useLoad } from '@/lib/load';

/** People stop typing for longer than this before they read. */
const pause = 400;
/** Less says nothing about the matter. */
const shortest = 2;

/** The published answers that fit a text while it is typed. */
export function useFound(text: () => string, size: number) {
  const enough = () => text().trim().length >= shortest;
  const found = useLoad(async () =>
    enough() ? (await knowledge.search(text().trim().slice(0, 1000), 0, size)).items : [],
  );
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    text,
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void found.reload(), pause);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));

  return { found, enough };
}
