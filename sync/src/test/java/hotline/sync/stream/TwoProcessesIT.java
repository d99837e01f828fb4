package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

class TwoProcessesIT {

  @Test
  void exactlyOneProcessLeadsAndKillingItHandsOver() {
    try (ToyNetwork network = new ToyNetwork().start();
        StreamEngine second = network.leaf.newEngine()) {
      await().atMost(ToyNetwork.PATIENCE).until(() -> network.leaf.engine().status().leading());
      second.start();
      for (int i = 0; i < 200; i++) {
        network.leaf.work(i % 5);
        String word = "second:" + (i + 1);
        network
            .leaf
            .transactions()
            .run(tx -> second.journal().append(tx, List.of(Toy.entry(word))));
        if (i % 20 == 0) {
          assertThat(network.leaf.engine().status().leading()).isTrue();
          assertThat(second.status().leading()).isFalse();
        }
      }
      network.awaitComplete();

      network.leaf.engine().crash();
      for (int i = 0; i < 100; i++) {
        network.leaf.work(i % 5);
      }
      await().atMost(ToyNetwork.PATIENCE).until(() -> second.status().leading());
      network.awaitComplete();
      assertThat(ToyNetwork.replica(network.top, network.leaf)).hasSize(500);
    }
  }

  @Test
  void aProcessThatStopsInOrderHandsOverAtOnce() {
    try (ToyNetwork network = new ToyNetwork().start();
        StreamEngine second = network.middle.newEngine()) {
      await().atMost(ToyNetwork.PATIENCE).until(() -> network.middle.engine().status().leading());
      second.start();
      network.leaf.work(1);
      network.middle.engine().close();
      for (int i = 0; i < 100; i++) {
        network.leaf.work(i % 5);
        network.middle.work(i % 5);
      }
      await().atMost(ToyNetwork.PATIENCE).until(() -> second.status().leading());
      network.awaitComplete();
    }
  }
}
