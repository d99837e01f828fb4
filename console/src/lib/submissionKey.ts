/**
 * A key for something that is to be made once: when its answer is lost and it is sent again, the node knows it by that.
 * `crypto.randomUUID` is missing where the page does not come over TLS.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
