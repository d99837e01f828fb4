const key = 'portal.receipts';
const many = 20;

/** What a citizen wanted to be remembered on this device: codes, never phone numbers. */
export interface Kept {
  code: string;
  title: string;
  at: string;
}

export function kept(): Kept[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Kept[];
  } catch {
    return [];
  }
}

export function keep(receipt: Kept): void {
  const others = kept().filter((each) => each.code !== receipt.code);
  localStorage.setItem(key, JSON.stringify([receipt, ...others].slice(0, many)));
}

export function forget(): void {
  localStorage.removeItem(key);
}
