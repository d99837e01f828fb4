package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.local.servers.SharedServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a node publishes to all nodes below it. */
class BroadcastIT {

  @Test
  void whatANodePublishesReachesEveryNodeBelowAndNobodyElse() {
    try (ToyNetwork network = new ToyNetwork().start()) {
      List<String> ofTop = publish(network.top, "top", 60);
      List<String> ofMiddle = publish(network.middle, "middle", 40);
      publish(network.leaf, "leaf", 20);
      awaitAt(network.middle, network.top, ofTop);
      awaitAt(network.leaf, network.top, ofTop);
      awaitAt(network.leaf, network.middle, ofMiddle);
      network.leaf.work(1);
      network.middle.work(1);
      awaitUplink(network.top, network.leaf);
      awaitUplink(network.top, network.middle);
      assertThat(broadcasters(network.top)).isZero();
      assertThat(broadcasters(network.middle)).isEqualTo(1);
      assertThat(broadcasters(network.leaf)).isEqualTo(2);
      assertThat(received(network.leaf, network.top).headsAgree()).isTrue();
    }
  }

  @Test
  void messagesArePassedOnByteForByte() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start();
        PulsarClient client =
            PulsarClient.builder().serviceUrl(SharedServers.pulsar().serviceUrl()).build()) {
      awaitAt(network.leaf, network.top, publish(network.top, "word", 5));
      List<String> published = hex(client, network.broadcastTopicOf(network.top));
      assertThat(published).isNotEmpty();
      await()
          .atMost(ToyNetwork.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(hex(client, network.broadcastTopicOf(network.middle)))
                      .containsAll(published));
    }
  }

  @Test
  void aChildThatWasAwayGetsWhatWasPublishedMeanwhile() {
    try (ToyNetwork network = new ToyNetwork().start()) {
      List<String> published = new ArrayList<>(publish(network.top, "before", 10));
      awaitAt(network.leaf, network.top, published);
      network.middle.stop();
      published.addAll(publish(network.top, "away", 200));
      network.middle.restart();
      awaitAt(network.middle, network.top, published);
      awaitAt(network.leaf, network.top, published);
    }
  }

  @Test
  void aChildThatComesLaterGetsTheWholeHistory() throws Exception {
    try (ToyNetwork network = new ToyNetwork()) {
      network.top.start();
      List<String> published = new ArrayList<>(publish(network.top, "early", 30));
      network.middle.start();
      awaitAt(network.middle, network.top, published);
      ToyNetwork.deleteTopic(network.broadcastTopicOf(network.middle));
      network.leaf.start();
      awaitAt(network.leaf, network.top, published);
      assertThat(network.leaf.engine().status().parent())
          .hasValueSatisfying(link -> assertThat(link.refilled()).isGreaterThanOrEqualTo(30));
      published.addAll(publish(network.top, "late", 5));
      awaitAt(network.leaf, network.top, published);
    }
  }

  @Test
  void aTopicDeletedUnderLoadCostsNoDocument() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start()) {
      List<String> published = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        published.addAll(publish(network.top, "round" + round, 30));
        ToyNetwork.deleteTopic(network.broadcastTopicOf(network.top));
        ToyNetwork.deleteTopic(network.broadcastTopicOf(network.middle));
      }
      awaitAt(network.middle, network.top, published);
      awaitAt(network.leaf, network.top, published);
    }
  }

  @ParameterizedTest
  @EnumSource(Failpoints.Point.class)
  void aNodeInTheMiddleKilledBetweenTwoStepsLosesAndRepeatsNothing(Failpoints.Point point)
      throws InterruptedException {
    try (ToyNetwork network = new ToyNetwork().start()) {
      List<String> ofTop = new ArrayList<>(publish(network.top, "before", 10));
      List<String> ofMiddle = new ArrayList<>(publish(network.middle, "before", 10));
      awaitAt(network.leaf, network.top, ofTop);
      awaitAt(network.leaf, network.middle, ofMiddle);
      StopHere stop = new StopHere(point);
      network.middle.failpoints = stop;
      ofTop.addAll(publish(network.top, "under way", 20));
      ofMiddle.addAll(publish(network.middle, "under way", 20));
      stop.awaitReached();
      network.middle.crashAndRestart();
      ofTop.addAll(publish(network.top, "after", 10));
      ofMiddle.addAll(publish(network.middle, "after", 10));
      awaitAt(network.middle, network.top, ofTop);
      awaitAt(network.leaf, network.top, ofTop);
      awaitAt(network.leaf, network.middle, ofMiddle);
    }
  }

  @Test
  void aPoisonousDocumentIsSetAsideAndTheRestGoesOn() {
    try (ToyNetwork network = new ToyNetwork()) {
      network.leaf.applier.poisonous.add("word 3");
      network.start();
      publish(network.top, "word", 6);
      await().atMost(ToyNetwork.PATIENCE).until(() -> read(network.leaf, network.top).size() == 5);
      assertThat(network.leaf.engine().setAside().list(10))
          .extracting(SetAsideRecord::position)
          .containsExactly(4L);
      awaitAt(network.middle, network.top, words("word", 6));
    }
  }

  @Test
  void whatIsForgedOrOfNobodyAboveIsRefused() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start();
        PulsarClient client =
            PulsarClient.builder().serviceUrl(SharedServers.pulsar().serviceUrl()).build()) {
      publish(network.top, "good", 3);
      awaitAt(network.leaf, network.top, words("good", 3));
      TestKeys forgers = new TestKeys();
      StreamId ofTop = new StreamId(network.top.code(), StreamId.BROADCAST);
      StreamId ofLeaf = new StreamId(network.leaf.code(), StreamId.BROADCAST);
      StreamId uplink = StreamId.uplinkOf(network.top.code());
      network.middle.stop();
      ToyNetwork.deleteTopic(network.broadcastTopicOf(network.middle));
      try (Producer<byte[]> producer =
          client.newProducer().topic(network.broadcastTopicOf(network.middle)).create()) {
        producer.send(
            new Batches(forgers, ofTop).after(head(network.top)).nextBytes("a forged document"));
        producer.send(new Batches(network.keys(), ofLeaf).nextBytes("of one below"));
        producer.send(new Batches(network.keys(), uplink).nextBytes("of another stream"));
      }
      await()
          .atMost(ToyNetwork.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(network.leaf.engine().status().parent())
                      .hasValueSatisfying(
                          link -> {
                            assertThat(link.damaged()).isEqualTo(1);
                            assertThat(link.foreign()).isEqualTo(2);
                          }));
      network.middle.restart();
      publish(network.top, "better", 1);
      List<String> published = words("good", 3);
      published.addAll(words("better", 1));
      awaitAt(network.leaf, network.top, published);
      assertThat(broadcasters(network.leaf)).isEqualTo(1);
    }
  }

  private static List<String> words(String word, int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> word + " " + i).toList());
  }

  private static List<String> publish(ToyNode node, String word, int count) {
    List<String> words = words(word, count);
    words.forEach(node::broadcast);
    return words;
  }

  /** Waits until all of them are there, once and in their order, and the heads agree. */
  private static void awaitAt(ToyNode receiver, ToyNode publisher, List<String> words) {
    await()
        .atMost(ToyNetwork.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(read(receiver, publisher)).isEqualTo(words);
              StreamStatus.Received received = received(receiver, publisher);
              assertThat(received.stated()).isEqualTo(words.size());
              assertThat(received.headsAgree()).isTrue();
            });
  }

  private static void awaitUplink(ToyNode receiver, ToyNode origin) {
    await()
        .atMost(ToyNetwork.PATIENCE)
        .until(
            () ->
                receiver
                        .schema()
                        .number(
                            "SELECT COUNT(*) FROM replica WHERE stream = 'uplink' AND origin = '"
                                + origin.code()
                                + "'")
                    == 1);
  }

  private static List<String> read(ToyNode receiver, ToyNode publisher) {
    return receiver
        .schema()
        .column(
            "SELECT body FROM replica WHERE stream = 'broadcast' AND origin = '"
                + publisher.code()
                + "' ORDER BY position")
        .stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> hex(PulsarClient client, String topic) throws IOException {
    return ToyNetwork.messages(client, topic).stream().map(HexFormat.of()::formatHex).toList();
  }

  private static long broadcasters(ToyNode node) {
    return node.schema().number("SELECT COUNT(*) FROM stream_position WHERE stream = 'broadcast'");
  }

  private static StreamPoint head(ToyNode node) throws Exception {
    return node.transactions()
        .<StreamPoint, Exception>call(
            tx -> {
              StreamPoint head = new JournalStore().heads(tx).get(StreamId.BROADCAST);
              return head == null ? StreamPoint.start() : head;
            });
  }

  private static StreamStatus.Received received(ToyNode receiver, ToyNode publisher) {
    return receiver.engine().status().received().stream()
        .filter(
            stream -> stream.stream().equals(new StreamId(publisher.code(), StreamId.BROADCAST)))
        .findFirst()
        .orElseThrow();
  }
}
