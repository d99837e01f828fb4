package hotline.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SubscriptionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulsarServerIT {
  private static final String TOPIC = "persistent://hotline/sync/uplink-621000";

  @Test
  void confirmedMessagesAndSubscriptionsSurviveTheDeathOfTheBroker(@TempDir Path folder)
      throws Exception {
    try (PulsarServer server = PulsarServer.start(PulsarServer.Options.in(folder))) {
      try (PulsarClient client = client(server);
          Consumer<byte[]> consumer = subscribe(client);
          Producer<byte[]> producer = client.newProducer().topic(TOPIC).create()) {
        for (int i = 0; i < 100; i++) {
          producer.send(("record " + i).getBytes(UTF_8));
        }
        for (int i = 0; i < 40; i++) {
          consumer.acknowledge(consumer.receive());
        }
        server.kill();
      }
      assertThat(server.isRunning()).isFalse();

      server.restart();

      try (PulsarClient client = client(server);
          Consumer<byte[]> consumer = subscribe(client)) {
        String last = "";
        while (!last.equals("record 99")) {
          Message<byte[]> message = consumer.receive(30, TimeUnit.SECONDS);
          assertThat(message).as("message after " + last).isNotNull();
          last = new String(message.getData(), UTF_8);
        }
      }
    }
  }

  @Test
  void aFullBacklogHoldsTheProducerAndNothingExpires() throws Exception {
    HttpResponse<String> policies =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            SharedServers.pulsar().adminUrl()
                                + "/admin/v2/namespaces/hotline/sync"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(policies.body())
        .contains("\"policy\":\"producer_request_hold\"")
        .contains("\"message_ttl_in_seconds\":0")
        .contains("\"deduplicationEnabled\":false");
  }

  private static PulsarClient client(PulsarServer server) throws PulsarClientException {
    return PulsarClient.builder().serviceUrl(server.serviceUrl()).build();
  }

  private static Consumer<byte[]> subscribe(PulsarClient client) throws PulsarClientException {
    return client
        .newConsumer()
        .topic(TOPIC)
        .subscriptionName("apply")
        .subscriptionType(SubscriptionType.Failover)
        .subscribe();
  }
}
