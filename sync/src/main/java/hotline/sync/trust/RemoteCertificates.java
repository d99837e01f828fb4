package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.util.List;
import java.util.Optional;

/** Asks neighbours for the certificates by which other nodes sign. */
public interface RemoteCertificates {

  /**
   * The chain that {@code neighbour} knows, DER, signing certificate first; empty when it knows no
   * such key. Nothing in it has been checked.
   *
   * @throws java.io.UncheckedIOException when the neighbour could not be asked
   */
  Optional<List<byte[]>> ask(NodeCode neighbour, NodeCode node, String keyId);
}
