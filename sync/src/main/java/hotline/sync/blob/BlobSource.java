package hotline.sync.blob;

import hotline.sync.NodeCode;
import java.io.IOException;
import java.io.InputStream;

/** Where a node has the bytes that its neighbours ask for. */
public interface BlobSource {

  /**
   * Opens the bytes for a neighbour, after having fetched them if need be.
   *
   * @param reference what it is called among the nodes
   * @param sha256 of the bytes that are asked for
   * @throws BlobException when there is nothing under that name for this neighbour, or not now
   */
  InputStream open(NodeCode asker, String reference, byte[] sha256)
      throws BlobException, IOException;
}
