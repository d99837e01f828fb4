package hotline.sync.stream;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a record left in the replica tables of one entity.
 *
 * @param position of the record
 * @param key names the entity within its stream, in ASCII
 * @param version of the image, for people to read
 * @param digest of the image, by {@link ImageDigest}
 */
public record AppliedEntity(long position, String key, long version, byte[] digest) {

  boolean isAsIn(@Nullable StoredEntity stored) {
    return stored != null && stored.version() == version && Arrays.equals(stored.digest(), digest);
  }
}
