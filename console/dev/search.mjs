// What the fake node says about a search besides the tickets that it found.

/** @param {URLSearchParams} query */
export function found(query) {
  const words = (query.get('q') ?? '').split(/\s+/).filter(Boolean);
  return { atLeast: false, words };
}
