package hotline.node.federation;

import hotline.sync.stream.Journal;
import hotline.sync.stream.PeerStreams;
import hotline.sync.stream.StreamEngine;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What business transactions see of the engine. */
@Factory
final class SyncBeans {

  @Singleton
  Journal journal(StreamEngine engine) {
    return engine.journal();
  }

  @Singleton
  PeerStreams peerStreams(StreamEngine engine) {
    return engine.peerStreams();
  }
}
