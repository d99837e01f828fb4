package hotline.sync.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.CompressionType;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.ProducerAccessMode;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.client.api.SubscriptionType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic to which only this node writes: its own batches and those that it passes on. The producer
 * is exclusive, so a process that takes over shuts out the one before it.
 */
final class OutboundTopic implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutboundTopic.class);

  private final PulsarClient client;
  private final String topic;
  private final @Nullable String subscription;
  private @Nullable Producer<byte[]> producer;
  private boolean closed;

  OutboundTopic(PulsarClient client, String topic) {
    this(client, topic, null);
  }

  /**
   * A topic with a durable subscription that is there before the first message.
   *
   * @param subscription null when the subscribers make their own
   */
  OutboundTopic(PulsarClient client, String topic, @Nullable String subscription) {
    this.client = client;
    this.topic = topic;
    this.subscription = subscription;
  }

  /**
   * Sends one message; messages are confirmed in the order in which they were sent. Waits while the
   * broker cannot be reached the first time; later the client reconnects and sends again by itself.
   *
   * @throws PulsarClientException when there is no producer to be had
   */
  CompletableFuture<Void> send(byte[] bytes) throws PulsarClientException {
    Producer<byte[]> current = producer();
    return current
        .sendAsync(bytes)
        .handle(
            (id, failure) -> {
              if (failure != null) {
                discard(current);
                throw new java.util.concurrent.CompletionException(failure);
              }
              return null;
            });
  }

  private synchronized Producer<byte[]> producer() throws PulsarClientException {
    if (closed) {
      throw new PulsarClientException.AlreadyClosedException("closing");
    }
    if (producer == null) {
      subscribe();
      producer =
          client
              .newProducer()
              .topic(topic)
              .accessMode(ProducerAccessMode.ExclusiveWithFencing)
              .enableBatching(false)
              .compressionType(CompressionType.LZ4)
              .sendTimeout(0, TimeUnit.SECONDS)
              .maxPendingMessages(2000)
              .create();
    }
    return producer;
  }

  private void subscribe() throws PulsarClientException {
    if (subscription == null) {
      return;
    }
    try (Consumer<byte[]> made =
        client
            .newConsumer()
            .topic(topic)
            .subscriptionName(subscription)
            .subscriptionType(SubscriptionType.Failover)
            .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
            .receiverQueueSize(1)
            .subscribe()) {
      log.debug("{} has subscription {}", topic, made.getSubscription());
    } catch (PulsarClientException.ConsumerBusyException e) {
      log.debug("{} of {} is in use: {}", subscription, topic, e.getMessage());
    }
  }

  /** The next send gets a new producer. What the old one had not confirmed fails. */
  private synchronized void discard(Producer<byte[]> failed) {
    if (producer == failed) {
      producer = null;
      failed.closeAsync();
    }
  }

  @Override
  public void close() {
    Producer<byte[]> last;
    synchronized (this) {
      closed = true;
      last = producer;
      producer = null;
    }
    if (last != null) {
      try {
        last.closeAsync().get(2, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        // the broker notices the connection's end
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
