package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.local.servers.SharedServers;
import hotline.sync.NodeCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.Reader;

/** Province, city and district, with topics of their own on the shared broker. */
final class ToyNetwork implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<NodeCode, ToyNode> nodes = new ConcurrentHashMap<>();
  private final TestKeys keys = new TestKeys();
  private final String topicPrefix =
      "persistent://hotline/sync/" + UUID.randomUUID().toString().substring(0, 8) + "-";
  final ToyNode top;
  final ToyNode middle;
  final ToyNode leaf;

  ToyNetwork() {
    TestTree root = TestTree.root("620000");
    TestTree city = root.child("621000");
    TestTree district = city.child("621002");
    top = new ToyNode(root, keys, nodes, topicPrefix);
    middle = new ToyNode(city, keys, nodes, topicPrefix);
    leaf = new ToyNode(district, keys, nodes, topicPrefix);
  }

  ToyNetwork start() {
    top.start();
    middle.start();
    leaf.start();
    return this;
  }

  TestKeys keys() {
    return keys;
  }

  String topicPrefix() {
    return topicPrefix;
  }

  String topicOf(ToyNode child) {
    return topicPrefix + "uplink-" + child.code() + "-" + child.tree().parent().orElseThrow();
  }

  /** Where a node's broadcasts go. */
  String broadcastTopicOf(ToyNode publisher) {
    return topicPrefix + "broadcast-" + publisher.code();
  }

  /** All that the broker still has of a topic. */
  static List<byte[]> messages(PulsarClient client, String topic) throws IOException {
    try (Reader<byte[]> reader =
        client.newReader().topic(topic).startMessageId(MessageId.earliest).create()) {
      List<byte[]> messages = new ArrayList<>();
      while (reader.hasMessageAvailable()) {
        messages.add(reader.readNext(10, TimeUnit.SECONDS).getData());
      }
      return messages;
    }
  }

  /** Deletes a topic with its subscriptions and all that waits in them. */
  static void deleteTopic(String topic) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            SharedServers.pulsar().adminUrl()
                + "/admin/v2/"
                + topic.replace("://", "/")
                + "?force=true");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isIn(204, 404, 500);
  }

  /**
   * Waits until every record of every node is at every node above it, then looks closely: all of
   * them, once, in the origin's order, with the origin's hash.
   */
  void awaitComplete() {
    for (ToyNode origin : List.of(leaf, middle, top)) {
      await()
          .atMost(PATIENCE)
          .until(() -> origin.schema().number("SELECT COUNT(*) FROM journal") == 0);
      long position = origin.schema().number("SELECT COALESCE(MAX(position), 0) FROM stream_head");
      List<String> produced = produced(origin);
      assertThat(produced).hasSize((int) position);
      assertInOrder(produced);
      for (NodeCode above : origin.tree().ancestors()) {
        ToyNode receiver = Objects.requireNonNull(nodes.get(above));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(applied(receiver, origin)).isEqualTo(position);
                  if (position > 0) {
                    assertThat(received(receiver, origin).headsAgree()).isTrue();
                    assertThat(received(receiver, origin).stated()).isEqualTo(position);
                  }
                });
        assertThat(replica(receiver, origin)).isEqualTo(produced);
        assertThat(receiver.engine().setAside().list(10)).isEmpty();
      }
    }
  }

  /** Each ticket's versions go 1, 2, 3 … */
  private static void assertInOrder(List<String> produced) {
    Map<String, Integer> versions = new HashMap<>();
    for (String word : produced) {
      int colon = word.indexOf(':');
      if (colon > 0) {
        int expected = versions.merge(word.substring(0, colon), 1, Integer::sum);
        assertThat(word.substring(colon + 1)).isEqualTo(String.valueOf(expected));
      }
    }
  }

  static long applied(ToyNode receiver, ToyNode origin) {
    return receiver
        .schema()
        .number(
            "SELECT COALESCE(MAX(position), 0) FROM stream_position WHERE origin = '"
                + origin.code()
                + "'");
  }

  static StreamStatus.Received received(ToyNode receiver, ToyNode origin) {
    return receiver.engine().status().received().stream()
        .filter(stream -> stream.stream().origin().equals(origin.code()))
        .findFirst()
        .orElseThrow();
  }

  static List<String> replica(ToyNode receiver, ToyNode origin) {
    return receiver
        .transactions()
        .call(
            tx -> {
              try (PreparedStatement select =
                  tx.connection()
                      .prepareStatement(
                          "SELECT position, body FROM replica WHERE origin = ?"
                              + " ORDER BY position")) {
                select.setString(1, origin.code().value());
                List<String> words = new ArrayList<>();
                try (var row = select.executeQuery()) {
                  while (row.next()) {
                    assertThat(row.getLong(1)).isEqualTo(words.size() + 1);
                    words.add(new String(row.getBytes(2), StandardCharsets.UTF_8));
                  }
                }
                return words;
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  static List<String> produced(ToyNode origin) {
    return origin
        .transactions()
        .call(
            tx -> {
              try {
                List<String> words = new ArrayList<>();
                for (long next = 1; ; ) {
                  List<SequencedBatch> batches =
                      new JournalStore().batchesFrom(tx, StreamId.UPLINK, next, 1 << 20);
                  if (batches.isEmpty()) {
                    return words;
                  }
                  for (SequencedBatch batch : batches) {
                    assertThat(batch.firstPosition()).isEqualTo(words.size() + 1);
                    PackedRecords records = PackedRecords.of(batch.records());
                    for (int i = 0; i < records.count(); i++) {
                      words.add(
                          new String(records.get(i).toReceived(1).body(), StandardCharsets.UTF_8));
                    }
                    next = batch.lastPosition() + 1;
                  }
                }
              } catch (SQLException | MalformedBatchException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Override
  public void close() {
    leaf.close();
    middle.close();
    top.close();
  }
}
