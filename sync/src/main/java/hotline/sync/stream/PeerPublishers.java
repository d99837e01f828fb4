package hotline.sync.stream;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pulsar.client.api.PulsarClient;

/**
 * Publishes the streams of subscribed departments: one publisher and one topic each, for as long as
 * the subscription holds or something of it has not been sent.
 */
final class PeerPublishers implements AutoCloseable {

  /** Makes a publisher of a stream that shows what the scope allows. */
  interface Maker {
    Publisher make(String stream, OutboundTopic topic, LinkScope scope);
  }

  private record Running(LinkScope scope, OutboundTopic topic, Publisher publisher) {

    void end() {
      publisher.close();
      topic.close();
    }
  }

  private final StreamContext context;
  private final PulsarClient client;
  private final Maker maker;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  PeerPublishers(StreamContext context, PulsarClient client, Maker maker) {
    this.context = context;
    this.client = client;
    this.maker = maker;
  }

  /** Begins, ends and repeats what the table asks for. */
  void adjust() throws SQLException {
    List<PeerStreamStore.Row> rows =
        context
            .transactions()
            .<List<PeerStreamStore.Row>, SQLException>call(context.peerStreamStore()::all);
    for (PeerStreamStore.Row row : rows) {
      PeerStream stream = row.stream();
      String name = stream.name();
      boolean wanted = stream.active() || row.unsent();
      Running current = running.get(name);
      if (current != null
          && (!wanted || current.scope != stream.scope() || row.replayFrom().isPresent())) {
        running.remove(name);
        current.end();
        current = null;
      }
      if (row.replayFrom().isPresent()) {
        long from = row.replayFrom().getAsLong();
        context
            .transactions()
            .<SQLException>run(tx -> context.peerStreamStore().rewind(tx, name, from));
      }
      if (wanted && current == null) {
        begin(name, stream.scope());
      }
    }
  }

  private void begin(String name, LinkScope scope) {
    OutboundTopic topic =
        new OutboundTopic(client, context.peerTopic(name), PeerStream.SUBSCRIPTION);
    Publisher publisher = maker.make(name, topic, scope);
    running.put(name, new Running(scope, topic, publisher));
    publisher.start();
  }

  Collection<Publisher> publishers() {
    return running.values().stream().map(Running::publisher).toList();
  }

  /** After the publishers have ended. */
  @Override
  public void close() {
    running.values().forEach(Running::end);
  }
}
