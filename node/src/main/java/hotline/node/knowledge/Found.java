package hotline.node.knowledge;

import hotline.sync.NodeCode;
import java.time.Instant;

/** A published entry with who published it, and when. */
record Found(
    NodeCode publisher,
    String key,
    long version,
    Instant publishedAt,
    KnowledgeDocument knowledge) {

  String id() {
    return publisher + "/" + key;
  }
}
