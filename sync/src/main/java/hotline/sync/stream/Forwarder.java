package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.trust.Tree;
import java.time.Duration;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes what a child sends on to this node's parent, by a subscription of its own, so neither
 * waits for the other. It does not check signatures: the next receiver does, against the origin's
 * key, and trusts nobody in between.
 */
final class Forwarder extends Worker {

  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int WINDOW_BYTES = 8 * 1024 * 1024;

  private final NodeCode child;
  private final Tree tree;
  private final LinkScope scope;
  private final InboundTopic from;
  private final OutboundTopic to;
  private final InFlightWindow window = new InFlightWindow(WINDOW_BYTES);
  private volatile boolean failed;

  Forwarder(
      String name,
      NodeCode child,
      Tree tree,
      LinkScope scope,
      InboundTopic from,
      OutboundTopic to) {
    super(name);
    this.child = child;
    this.tree = tree;
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
      Optional<NodeCode> towards = tree.childTowards(batch.stream().origin());
      if (towards.isPresent() && !towards.get().equals(child)) {
        from.acknowledge(id);
        return;
      }
      bytes = Masking.apply(scope, batch.bytes());
    } catch (MalformedBatchException e) {
      log.warn("not passing on a message from {}: {}", child, e.getMessage());
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
