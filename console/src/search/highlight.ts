export interface Part {
  text: string;
  /** Whether it was looked for. */
  found: boolean;
}

/** A text in parts, those apart that were looked for, however they are capitalised. */
export function highlight(text: string, words: readonly string[]): Part[] {
  const sought = words
    .filter((word) => word !== '')
    // The longer first, so that 路灯不亮 is not taken for 路灯.
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (sought.length === 0) return [{ text, found: false }];
  return text
    .split(new RegExp(`(${sought.join('|')})`, 'gi'))
    .map((part, at) => ({ text: part, found: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
