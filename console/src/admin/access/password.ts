/** What the node demands of a password, so that a form can say so before it is sent. */
export function passwordFault(username: string, password: string): string | undefined {
  if (password.length < 10 || password.length > 128) {
    return `应为 10 至 128 位，现为 ${password.length} 位`;
  }
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password));
  if (kinds.length < 3) {
    return `应含大写字母、小写字母、数字、其他符号中的至少 3 种，现有 ${kinds.length} 种`;
  }
  return username && password.toLowerCase().includes(username.toLowerCase())
    ? '不能包含账号'
    : undefined;
}
