package hotline.sync.stream;

/**
 * Something in the replica tables that is not as the records left it.
 *
 * @param key of the entity; empty when a range's manifest itself is wrong
 * @param position of the record that wrote the entity last
 * @param expected the version that it brought
 * @param stored the version that is there; 0 when nothing is
 */
public record ReplicaFinding(Kind kind, String key, long position, long expected, long stored) {

  /** What is wrong. */
  public enum Kind {
    /** The row is gone. */
    MISSING,
    /** The row is at an earlier version than the one that was applied. */
    OLDER,
    /**
     * The row is at a later version than any record has brought: altered, or a copy that came with
     * work while its record is still on its way.
     */
    NEWER,
    /** The version is right, the bytes are not. */
    ALTERED,
    /** The image is right, what is stored beside it to search by is not. */
    INCOHERENT,
    /** The note of what a range left behind is missing or altered. */
    MANIFEST
  }
}
