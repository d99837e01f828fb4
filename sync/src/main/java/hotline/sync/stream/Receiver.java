package hotline.sync.stream;

import java.time.Duration;
import org.apache.pulsar.client.api.Message;

/** Reads a neighbour's topic, checks what comes, and hands it to the applier. */
final class Receiver extends Worker {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final InboundTopic topic;
  private final ArrivalGate gate;
  private final ArrivalQueue queue;

  Receiver(String name, InboundTopic topic, ArrivalGate gate, ArrivalQueue queue) {
    super(name);
    this.topic = topic;
    this.gate = gate;
    this.queue = queue;
  }

  @Override
  void round() throws Exception {
    Message<byte[]> message = topic.receive(PATIENCE);
    if (message == null) {
      return;
    }
    Batch batch = gate.admit(message.getData());
    queue.put(
        batch == null
            ? Arrival.worthless(message.getMessageId())
            : Arrival.byMessage(batch, message.getMessageId()));
  }

  @Override
  void finish() {
    topic.close();
  }
}
