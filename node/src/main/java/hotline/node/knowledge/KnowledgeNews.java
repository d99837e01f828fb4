package hotline.node.knowledge;

import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.BroadcastListener;
import hotline.node.broadcast.Broadcasts;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each process's index as the documents are that this node and those above it have published:
 * what is published here and what comes from above take the same way (KB-08).
 */
@Singleton
class KnowledgeNews implements BroadcastListener {

  private static final Logger log = LoggerFactory.getLogger(KnowledgeNews.class);

  private final Broadcasts broadcasts;
  private final KnowledgeIndex index;
  private final ObjectMapper mapper;

  KnowledgeNews(Broadcasts broadcasts, KnowledgeIndex index, ObjectMapper mapper) {
    this.broadcasts = broadcasts;
    this.index = index;
    this.mapper = mapper;
  }

  @EventListener
  void onStartup(StartupEvent event) {
    broadcasts.listen(this);
  }

  @Override
  public void published(BroadcastDocument document) {
    if (!document.kind().equals(BroadcastDocument.KNOWLEDGE)) {
      return;
    }
    if (document.withdrawn()) {
      index.remove(document.publisher() + "/" + document.key());
      return;
    }
    try {
      KnowledgeDocument knowledge = mapper.readValue(document.content(), KnowledgeDocument.class);
      index.put(
          new Found(
              document.publisher(),
              document.key(),
              document.version(),
              document.publishedAt(),
              knowledge));
    } catch (IOException e) {
      // it will not get better: told once, and left out
      log.warn(
          "version {} of knowledge {} of {} cannot be read: {}",
          document.version(),
          document.key(),
          document.publisher(),
          e.getMessage());
    }
  }
}
