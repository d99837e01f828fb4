package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.sync.NodeCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PruneIT {

  private static final Duration NOTHING = Duration.ZERO;
  private static final Duration FOR_EVER = Duration.ofDays(9_000);

  private final ToyNetwork network = new ToyNetwork().start();
  private final StreamId stream = StreamId.uplinkOf(network.leaf.code());

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void whatEveryNodeAboveHasAppliedIsRemovedAndTheRestStillProvesItself() {
    work(40);
    awaitSettled(network.leaf, 40);
    awaitSettled(network.middle, 40);

    for (ToyNode node : new ToyNode[] {network.leaf, network.middle, network.top}) {
      node.engine().pruner().prune(NOTHING, NOTHING);
      node.engine().pruner().prune(NOTHING, NOTHING);
    }

    assertThat(rows(network.leaf, "stream_batch")).isEqualTo(1);
    assertThat(rows(network.middle, "received_batch")).isEqualTo(1);
    assertThat(rows(network.top, "received_batch")).isEqualTo(1);
    for (int i = 0; i < 30; i++) {
      network.leaf.work(i % 3);
    }
    awaitApplied(network.top, 70);
    ArchiveReport archive = network.top.engine().proof().archive(stream);
    assertThat(archive.damage()).isEmpty();
    assertThat(archive.checked()).isEqualTo(70);
    assertThat(network.top.engine().proof().replicas(stream).proven()).isTrue();
    assertThat(ToyNetwork.received(network.top, network.leaf).headsAgree()).isTrue();

    long first = network.top.schema().number("SELECT MIN(first_position) FROM received_batch");
    network.top.schema().execute("DELETE FROM received_batch WHERE first_position = " + first);
    assertThat(network.top.engine().proof().archive(stream).damage().orElseThrow().reason())
        .isEqualTo("rows are missing");
  }

  @Test
  void whatANodeAboveLacksIsKeptHoweverOldItIs() {
    work(20);
    awaitSettled(network.leaf, 20);
    network.top.stop();
    for (int i = 0; i < 20; i++) {
      network.leaf.work(i % 3);
    }
    awaitApplied(network.middle, 40);

    network.leaf.engine().pruner().prune(NOTHING, NOTHING);
    network.middle.engine().pruner().prune(NOTHING, NOTHING);

    assertThat(network.leaf.schema().number("SELECT MIN(first_position) FROM stream_batch"))
        .isLessThanOrEqualTo(21);
    assertThat(network.middle.schema().number("SELECT MIN(first_position) FROM received_batch"))
        .isLessThanOrEqualTo(21);
    network.top.restart();
    awaitApplied(network.top, 40);
    awaitSettled(network.leaf, 40);
  }

  @Test
  void whatIsYoungerThanTheRetentionIsKept() {
    work(20);
    awaitSettled(network.leaf, 20);
    long own = rows(network.leaf, "stream_batch");
    long received = rows(network.middle, "received_batch");

    network.leaf.engine().pruner().prune(FOR_EVER, FOR_EVER);
    network.middle.engine().pruner().prune(FOR_EVER, FOR_EVER);

    assertThat(rows(network.leaf, "stream_batch")).isEqualTo(own);
    assertThat(rows(network.middle, "received_batch")).isEqualTo(received);
  }

  @Test
  void theRecordsOfTheTopOfWhichThereIsNoOtherCopyAreKept() {
    for (int i = 0; i < 10; i++) {
      network.top.work(1);
      await()
          .atMost(ToyNetwork.PATIENCE)
          .until(() -> network.top.schema().number("SELECT COUNT(*) FROM journal") == 0);
    }
    long own = rows(network.top, "stream_batch");

    network.top.engine().pruner().prune(NOTHING, NOTHING);

    assertThat(rows(network.top, "stream_batch")).isEqualTo(own);
  }

  private void work(int times) {
    for (int i = 0; i < times; i++) {
      network.leaf.work(i % 3);
      if (i % 10 == 9) {
        network.awaitComplete();
      }
    }
    network.awaitComplete();
  }

  private void awaitApplied(ToyNode node, long position) {
    await()
        .atMost(ToyNetwork.PATIENCE)
        .until(() -> ToyNetwork.applied(node, network.leaf) == position);
    await()
        .atMost(ToyNetwork.PATIENCE)
        .until(() -> ToyNetwork.received(node, network.leaf).stated() == position);
  }

  private void awaitSettled(ToyNode node, long position) {
    NodeCode leaf = network.leaf.code();
    await()
        .atMost(ToyNetwork.PATIENCE)
        .until(
            () ->
                node.schema()
                        .number(
                            "SELECT COALESCE(MAX(position), 0) FROM stream_settled WHERE origin = '"
                                + leaf
                                + "'")
                    == position);
    await()
        .atMost(ToyNetwork.PATIENCE)
        .until(
            () ->
                network.leaf.schema().number("SELECT MAX(confirmed_position) FROM stream_head")
                    >= position);
  }

  private static long rows(ToyNode node, String table) {
    return node.schema().number("SELECT COUNT(*) FROM " + table);
  }
}
