package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.local.servers.SharedServers;
import hotline.requirements.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.SubscriptionType;
import org.junit.jupiter.api.Test;

/** What departments of a node's own level get. */
@Requirement("XTR-05")
class PeerStreamIT {

  private static final String DEPARTMENT = "CGJ";
  private static final String PERSONAL = "13900000000";

  @Test
  void aDepartmentGetsItsOwnStreamSignedChainedAndWithoutPersonalData() throws Exception {
    try (ToyNetwork network = new ToyNetwork();
        Department department = new Department(network, network.middle)) {
      network.middle.start();
      subscribe(network.middle, LinkScope.MASKED);
      journal(network.middle, "one", "two");
      network.middle.work(1);
      awaitSent(network.middle, 2);
      assertThat(department.read(2)).containsExactly("one", "two");
      assertThat(department.personalBytes).isZero();
      journal(network.middle, "three");
      assertThat(department.read(1)).containsExactly("three");
    }
  }

  @Test
  void personalDataIsSentWhenTheSubscriptionAllowsIt() throws Exception {
    try (ToyNetwork network = new ToyNetwork();
        Department department = new Department(network, network.middle)) {
      network.middle.start();
      subscribe(network.middle, LinkScope.FULL);
      journal(network.middle, "one");
      assertThat(department.read(1)).containsExactly("one");
      assertThat(department.personalBytes).isEqualTo(PERSONAL.length());
    }
  }

  @Test
  void whatTheBrokerForgotIsPublishedOnceMoreWhenAskedFor() throws Exception {
    try (ToyNetwork network = new ToyNetwork();
        Department department = new Department(network, network.middle)) {
      network.middle.start();
      subscribe(network.middle, LinkScope.MASKED);
      journal(network.middle, "one", "two");
      awaitSent(network.middle, 2);
      ToyNetwork.deleteTopic(network.middle.engine().peerStreams().topicOf(DEPARTMENT));
      network
          .middle
          .transactions()
          .run(
              tx ->
                  assertThat(network.middle.engine().peerStreams().replay(tx, DEPARTMENT, 1))
                      .isTrue());
      assertThat(department.read(2)).containsExactly("one", "two");
    }
  }

  @Test
  void aStreamThatIsSubscribedToAgainGoesOnWhereItEnded() throws Exception {
    try (ToyNetwork network = new ToyNetwork();
        Department department = new Department(network, network.middle)) {
      network.middle.start();
      PeerStreams streams = network.middle.engine().peerStreams();
      subscribe(network.middle, LinkScope.MASKED);
      journal(network.middle, "one");
      network.middle.transactions().run(tx -> assertThat(streams.end(tx, DEPARTMENT)).isTrue());
      assertThat(
              network
                  .middle
                  .transactions()
                  .<List<String>, RuntimeException>call(streams::subscribers))
          .isEmpty();
      assertThat(department.read(1)).containsExactly("one");
      network.middle.crashAndRestart();
      subscribe(network.middle, LinkScope.MASKED);
      journal(network.middle, "two");
      assertThat(department.read(1)).containsExactly("two");
    }
  }

  private static void subscribe(ToyNode node, LinkScope scope) {
    node.transactions().run(tx -> node.engine().peerStreams().start(tx, DEPARTMENT, scope));
  }

  private static void journal(ToyNode node, String... words) {
    node.transactions()
        .run(
            tx ->
                node.engine()
                    .journal()
                    .append(
                        tx,
                        Stream.of(words)
                            .map(
                                word ->
                                    JournalEntry.peer(
                                        DEPARTMENT, Toy.bytes(word), Toy.bytes(PERSONAL)))
                            .toList()));
  }

  private static void awaitSent(ToyNode node, long position) {
    await()
        .atMost(ToyNetwork.PATIENCE)
        .until(
            () ->
                node.engine().status().produced().stream()
                    .anyMatch(
                        own ->
                            own.stream().name().equals(PeerStream.nameOf(DEPARTMENT))
                                && own.confirmed() == position));
  }

  /** A department's system: reads its topic and believes nothing that it has not checked. */
  private static final class Department implements AutoCloseable {

    private final ToyNode node;
    private final BatchCheck check;
    private final PulsarClient client;
    private long position;
    private byte[] hash = Hashes.zero();
    private int personalBytes;

    Department(ToyNetwork network, ToyNode node) throws Exception {
      this.node = node;
      this.check = new BatchCheck(network.keys());
      this.client = PulsarClient.builder().serviceUrl(SharedServers.pulsar().serviceUrl()).build();
    }

    /** The next records, once and in order. */
    List<String> read(int count) throws Exception {
      List<String> words = new ArrayList<>();
      try (Consumer<byte[]> consumer =
          client
              .newConsumer()
              .topic(node.engine().peerStreams().topicOf(DEPARTMENT))
              .subscriptionName(PeerStream.SUBSCRIPTION)
              .subscriptionType(SubscriptionType.Failover)
              .subscribe()) {
        while (words.size() < count) {
          Message<byte[]> message = consumer.receive(60, TimeUnit.SECONDS);
          assertThat(message).as("after %s", words).isNotNull();
          take(Batch.parse(message.getData()), words);
          consumer.acknowledge(message);
        }
      }
      return words;
    }

    private void take(Batch batch, List<String> words) throws Exception {
      check.check(batch);
      assertThat(batch.stream().name()).isEqualTo(PeerStream.nameOf(DEPARTMENT));
      // an idle stream says how far it goes, also in a topic that was just made anew
      boolean statement = batch.count() == 0;
      if (statement || batch.lastPosition() <= position) {
        return;
      }
      assertThat(batch.firstPosition()).isLessThanOrEqualTo(position + 1);
      byte[] before =
          batch.firstPosition() == position + 1 ? batch.previousHash() : batch.hashAt(position);
      assertThat(before).isEqualTo(hash);
      for (ReceivedRecord record : batch.recordsBetween(position + 1, batch.lastPosition())) {
        words.add(new String(record.body(), StandardCharsets.UTF_8));
        personalBytes += record.personal().length;
      }
      position = batch.lastPosition();
      hash = batch.lastHash();
    }

    @Override
    public void close() throws Exception {
      client.close();
    }
  }
}
