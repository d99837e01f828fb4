package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.broadcast.BroadcastDocument;
import hotline.sync.NodeCode;

/** Reference documents as records of the stream {@code broadcast}. */
public final class BroadcastWire {

  private BroadcastWire() {}

  public static byte[] write(BroadcastDocument document) {
    return hotline.v1.BroadcastDocument.newBuilder()
        .setPublisher(document.publisher().value())
        .setKind(document.kind())
        .setKey(document.key())
        .setVersion(document.version())
        .setContent(document.content())
        .setPublishedAtMicros(Basics.micros(document.publishedAt()))
        .setWithdrawn(document.withdrawn())
        .build()
        .toByteArray();
  }

  /**
   * Reads a record's body.
   *
   * @throws IllegalArgumentException when it is not a document
   */
  public static BroadcastDocument read(byte[] body) {
    try {
      hotline.v1.BroadcastDocument document = hotline.v1.BroadcastDocument.parseFrom(body);
      return new BroadcastDocument(
          NodeCode.of(document.getPublisher()),
          document.getKind(),
          document.getKey(),
          document.getVersion(),
          document.getContent(),
          Basics.instant(document.getPublishedAtMicros()),
          document.getWithdrawn());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("a broadcast record does not parse", e);
    }
  }
}
