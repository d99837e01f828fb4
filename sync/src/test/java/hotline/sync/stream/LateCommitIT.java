package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.requirements.Requirement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LateCommitIT {

  @Test
  @Requirement("XTR-03")
  void aTransactionThatInsertedFirstAndCommitsLastIsFoundHoweverLate() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start()) {
      CountDownLatch written = new CountDownLatch(1);
      CountDownLatch mayCommit = new CountDownLatch(1);
      Thread late =
          new Thread(
              () ->
                  network
                      .leaf
                      .transactions()
                      .run(
                          tx -> {
                            network
                                .leaf
                                .engine()
                                .journal()
                                .append(tx, List.of(Toy.entry("first, and late")));
                            written.countDown();
                            await().forever().until(() -> mayCommit.getCount() == 0);
                          }));
      late.start();
      written.await();

      long began = System.nanoTime();
      long longerThanAnyTimeout = 3 * ToyNode.QUICK.leaseTerm().toNanos();
      int others = 0;
      while (others < 500 || System.nanoTime() - began < longerThanAnyTimeout) {
        network.leaf.work(others++ % 7);
      }
      int committed = others;
      await()
          .atMost(ToyNetwork.PATIENCE)
          .until(() -> ToyNetwork.applied(network.top, network.leaf) == committed);

      mayCommit.countDown();
      late.join();
      network.leaf.work(3);
      network.awaitComplete();
      List<String> replica = ToyNetwork.replica(network.top, network.leaf);
      assertThat(replica).hasSize(committed + 2);
      assertThat(replica.get(committed)).isEqualTo("first, and late");
    }
  }

  @Test
  void aTransactionThatRollsBackLeavesNoGap() {
    try (ToyNetwork network = new ToyNetwork().start()) {
      for (int i = 0; i < 20; i++) {
        network.leaf.work(1);
        try {
          network
              .leaf
              .transactions()
              .run(
                  tx -> {
                    network.leaf.engine().journal().append(tx, List.of(Toy.entry("never")));
                    throw new IllegalStateException("changed its mind");
                  });
        } catch (IllegalStateException e) {
          assertThat(e).hasMessage("changed its mind");
        }
      }
      network.awaitComplete();
      assertThat(ToyNetwork.replica(network.top, network.leaf)).hasSize(20);
    }
  }
}
