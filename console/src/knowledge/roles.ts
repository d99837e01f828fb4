import type { Role } from '@/api/types';

/** Who reports knowledge, or decides on it; everybody who is signed in may look it up. */
export const reporters: Role[] = [
  ...(['CALL_TAKER', 'REVIEWER', 'POLICY_SPECIALIST'] as const),
  ...(['UNIT_HANDLER', 'UNIT_DEPUTY', 'UNIT_PRINCIPAL'] as const),
];
