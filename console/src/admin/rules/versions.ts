/** What all lists of versions tell of one. */
export interface Version {
  number: number;
  inForce: boolean;
  /** The paper that it follows. */
  source: string;
  /** Whence it was handed down, if it was. */
  origin?: string;
  effectiveFrom?: string;
  activatedAt?: string;
  activatedBy: string;
  reason: string;
}

/** What a list tells besides. */
export interface Column<V> {
  title: string;
  width: number;
  of: (version: V) => string | number;
  number?: boolean;
}
