package hotline.node.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entity after a change, as it is stored and sent.
 *
 * @param image the serialized entity without personal data; store it as it came, never encode it
 *     again, so that what a newer node has put in survives
 */
public record EntityImage(EntityType type, String id, long version, byte[] image) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityImage that
        && type == that.type
        && id.equals(that.id)
        && version == that.version
        && Arrays.equals(image, that.image);
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + Long.hashCode(version);
  }

  @Override
  public String toString() {
    return "EntityImage[" + type + " " + id + " v" + version + ", " + image.length + " bytes]";
  }
}
