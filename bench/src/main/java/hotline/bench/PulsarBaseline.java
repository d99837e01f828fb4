package hotline.bench;

import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;

/** What Pulsar alone does with the same records: publish one by one, its own batching, consume. */
final class PulsarBaseline {

  private PulsarBaseline() {}

  static double perSecond(String url, int messages) throws Exception {
    BenchTable table = new BenchTable();
    String topic = "persistent://hotline/sync/baseline";
    try (PulsarClient client = PulsarClient.builder().serviceUrl(url).build();
        Consumer<byte[]> consumer =
            client
                .newConsumer()
                .topic(topic)
                .subscriptionName("baseline")
                .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                .receiverQueueSize(5000)
                .subscribe();
        Producer<byte[]> producer =
            client
                .newProducer()
                .topic(topic)
                .enableBatching(true)
                .blockIfQueueFull(true)
                .maxPendingMessages(5000)
                .create()) {
      long began = System.nanoTime();
      Thread publisher =
          new Thread(
              () -> {
                for (int i = 0; i < messages; i++) {
                  producer.sendAsync(table.body(i));
                }
                producer.flushAsync();
              });
      publisher.start();
      for (int i = 0; i < messages; i++) {
        var message = consumer.receive(30, TimeUnit.SECONDS);
        if (message == null) {
          throw new IllegalStateException("only " + i + " of " + messages + " messages came");
        }
        consumer.acknowledgeAsync(message);
      }
      publisher.join();
      return messages / ((System.nanoTime() - began) / 1e9);
    }
  }
}
