package hotline.sync.stream;

/** What a node lets its parent see of its records. */
public enum LinkScope {
  /** Everything. */
  FULL,
  /** Records without their personal parts; the chain covers their hashes, so it still holds. */
  MASKED
}
