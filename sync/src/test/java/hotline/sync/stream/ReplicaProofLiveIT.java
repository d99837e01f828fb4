package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The comparison of replicas while records come, and after one came late. */
class ReplicaProofLiveIT {

  private final ToyNetwork network = new ToyNetwork().start();
  private final StreamId stream = StreamId.uplinkOf(network.leaf.code());

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void whatIsAppliedMeanwhileIsNotTakenForAltered() throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 2_000 && !enough.get(); i++) {
                network.leaf.work(i % 3);
              }
            });
    writer.start();
    try {
      long position = 0;
      while (position < 500) {
        ReplicaReport report = network.top.engine().proof().replicas(stream);
        assertThat(report.findings()).isEmpty();
        position = report.position();
      }
    } finally {
      enough.set(true);
      writer.join();
    }
  }

  @Test
  void aRecordAppliedLateIsProvenTooUnlessItWasOvertaken() throws Exception {
    network.top.applier.poisonous.add("1:1");
    network.leaf.work(1);
    network.leaf.work(1);
    org.awaitility.Awaitility.await()
        .atMost(ToyNetwork.PATIENCE)
        .until(() -> ToyNetwork.applied(network.top, network.leaf) == 2);
    assertThat(network.top.engine().proof().replicas(stream).findings()).isEmpty();

    network.top.applier.poisonous.clear();
    assertThat(network.top.engine().setAside().retry(stream, 1)).isTrue();

    assertThat(network.top.engine().proof().replicas(stream).findings()).isEmpty();
    network.top.schema().execute("DELETE FROM replica WHERE position = 1");
    assertThat(network.top.engine().proof().replicas(stream).findings())
        .extracting(ReplicaFinding::key)
        .containsExactly("row/1");
  }
}
