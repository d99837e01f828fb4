package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.util.List;

/** Where this node looks for signing certificates that a neighbour asks for. */
public interface SigningCertificates {

  /**
   * The certificate of a signing key and its issuers up to the root, in DER; empty when unknown
   * here and below. May ask the tree, so it may take as long as a call.
   */
  List<byte[]> chain(NodeCode node, String keyId);
}
