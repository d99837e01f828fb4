package hotline.sync.stream;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.client.api.SubscriptionType;
import org.jspecify.annotations.Nullable;

/**
 * One durable subscription of a neighbour's topic. Subscribed when first asked for a message; the
 * client reconnects by itself.
 */
final class InboundTopic implements AutoCloseable {

  private static final int QUEUE = 32;

  private final PulsarClient client;
  private final String topic;
  private final String subscription;
  private volatile @Nullable Consumer<byte[]> consumer;

  InboundTopic(PulsarClient client, String topic, String subscription) {
    this.client = client;
    this.topic = topic;
    this.subscription = subscription;
  }

  /** The next message, null when none comes within {@code patience}. */
  @Nullable Message<byte[]> receive(Duration patience) throws PulsarClientException {
    Consumer<byte[]> current = consumer;
    if (current == null) {
      current =
          client
              .newConsumer()
              .topic(topic)
              .subscriptionName(subscription)
              .subscriptionType(SubscriptionType.Failover)
              .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
              .receiverQueueSize(QUEUE)
              .poolMessages(false)
              .subscribe();
      consumer = current;
    }
    return current.receive((int) patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Acknowledges a message; what is lost of this comes again and is dropped then. */
  void acknowledge(MessageId message) {
    Consumer<byte[]> current = consumer;
    if (current != null) {
      current.acknowledgeAsync(message);
    }
  }

  /** Acknowledges a message and all before it. */
  void acknowledgeUpTo(MessageId message) {
    Consumer<byte[]> current = consumer;
    if (current != null) {
      current.acknowledgeCumulativeAsync(message);
    }
  }

  /** Begins anew at the first message that is not acknowledged. */
  void reopen() {
    close();
  }

  @Override
  public void close() {
    Consumer<byte[]> current = consumer;
    consumer = null;
    if (current == null) {
      return;
    }
    try {
      current.closeAsync().get(2, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // the broker notices the connection's end
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
