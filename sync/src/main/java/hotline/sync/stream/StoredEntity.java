package hotline.sync.stream;

/**
 * An entity as it stands in the replica tables.
 *
 * @param digest of the stored image, by {@link ImageDigest}
 * @param coherent whether what is stored beside the image, to search by, follows from the image
 */
public record StoredEntity(long version, byte[] digest, boolean coherent) {}
