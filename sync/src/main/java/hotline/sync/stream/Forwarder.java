package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.time.Duration;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on what a neighbour brings, by a subscription of its own, so that applying and passing on
 * do not wait for each other. It does not check signatures: the next receiver does, against the
 * origin's key, and trusts nobody in between.
 */
final class Forwarder extends Worker {

  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int WINDOW_BYTES = 8 * 1024 * 1024;

  private final NodeCode neighbour;
  private final StreamRights rights;
  private final LinkScope scope;
  private final InboundTopic from;
  private final OutboundTopic to;
  private final InFlightWindow window = new InFlightWindow(WINDOW_BYTES);
  private volatile boolean failed;

  Forwarder(
      String name,
      NodeCode neighbour,
      StreamRights rights,
      LinkScope scope,
      InboundTopic from,
      OutboundTopic to) {
    super(name);
    this.neighbour = neighbour;
    this.rights = rights;
    this.scope = scope;
    this.from = from;
    this.to = to;
  }

  @Override
  void round() throws Exception {
    if (failed) {
      // what the broker did not confirm comes again
      from.reopen();
      failed = false;
    }
    Message<byte[]> message = from.receive(PATIENCE);
    if (message != null) {
      pass(message);
    }
  }

  private void pass(Message<byte[]> message) throws Exception {
    MessageId id = message.getMessageId();
    byte[] bytes;
    try {
      Batch batch = Batch.parse(message.getData());
      if (!rights.mightBring(neighbour, batch.stream())) {
        from.acknowledge(id);
        return;
      }
      bytes = Masking.apply(scope, batch.bytes());
    } catch (MalformedBatchException e) {
      log.warn("not passing on a message from {}: {}", neighbour, e.getMessage());
      from.acknowledge(id);
      return;
    }
    while (!window.tryEnter(bytes.length)) {
      if (isClosed()) {
        return;
      }
    }
    try {
      to.send(bytes)
          .whenComplete(
              (done, failure) -> {
                window.leave(bytes.length);
                if (failure == null) {
                  from.acknowledge(id);
                } else {
                  failed = true;
                }
              });
    } catch (PulsarClientException e) {
      window.leave(bytes.length);
      failed = true;
      throw e;
    }
  }

  @Override
  void finish() {
    from.close();
  }
}
