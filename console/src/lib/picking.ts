/** Something that people pick by typing a part of its name, its code, or the initials of its pinyin. */
export interface Pickable {
  value: string;
  label: string;
  /** Of the name's pinyin, in lower case, as the node gives them. */
  initials?: string;
}

/** More are not looked through by anybody: who wants another types on. */
const most = 100;

/** Whether the letters come in this order, with others between them. */
function inOrder(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** How well something fits what was typed: the lower, the better; undefined when it does not. */
function rank({ value, label, initials = '' }: Pickable, typed: string): number | undefined {
  const name = label.toLowerCase();
  if (value.toLowerCase() === typed || initials === typed) return 0;
  if (initials.startsWith(typed) || name.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  if (value.toLowerCase().startsWith(typed)) return 3;
  if (initials.includes(typed)) return 4;
  // jtj is 市交通运输局: the letters of what people call it, some left out.
  return inOrder(typed, initials) ? 5 : undefined;
}

/** Those that fit, the best first, otherwise in their own order; all when nothing is typed. */
export function pick<T extends Pickable>(options: readonly T[], typed: string): T[] {
  const text = typed.trim().toLowerCase();
  if (!text) return options.slice(0, most);
  return options
    .map((option) => ({ option, rank: rank(option, text) }))
    .filter((found): found is { option: T; rank: number } => found.rank !== undefined)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ option }) => option);
}

/** Likewise, for a list that shows what is chosen by the options it has: those stay at its end. */
export function pickKeeping<T extends Pickable>(
  options: readonly T[],
  typed: string,
  chosen: readonly string[],
): T[] {
  const found = pick(options, typed);
  const kept = options.filter(({ value }) => chosen.includes(value));
  return [...found, ...kept.filter((option) => !found.includes(option))];
}
