package hotline.node.blob;

import hotline.node.attachment.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where bytes are kept. What is there under a hash is whole: it appears at once or not at all. */
public interface BlobStore {

  boolean has(Sha256 hash) throws IOException;

  /** Empty when there are none of that hash. */
  Optional<InputStream> open(Sha256 hash) throws IOException;

  /** Keeps bytes for good; nothing happens when they are there already. */
  void put(Staged bytes) throws IOException;

  /** Removes them; nothing happens when there are none. */
  void delete(Sha256 hash) throws IOException;
}
