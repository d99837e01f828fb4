package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoisonIT {

  @Test
  void aPoisonousRecordIsSetAsideAndDoesNotStopTheStream() throws Exception {
    try (ToyNetwork network = new ToyNetwork()) {
      network.top.applier.poisonous.add("1:7");
      network.top.applier.poisonous.add("1:8");
      network.middle.applier.crashing.add("1:9");
      for (int i = 0; i < 30; i++) {
        network.leaf.work(1);
      }
      network.start();
      await()
          .atMost(ToyNetwork.PATIENCE)
          .until(
              () ->
                  ToyNetwork.applied(network.top, network.leaf) == 30
                      && ToyNetwork.applied(network.middle, network.leaf) == 30);

      assertThat(network.top.engine().setAside().list(10))
          .extracting(SetAsideRecord::position)
          .containsExactly(7L, 8L);
      assertThat(network.top.engine().setAside().list(10).get(0).reason())
          .contains("does not make sense");
      assertThat(ToyNetwork.received(network.top, network.leaf).setAside()).isEqualTo(2);
      assertThat(network.middle.engine().setAside().list(10))
          .extracting(SetAsideRecord::position)
          .containsExactly(9L);

      StreamId stream = StreamId.uplinkOf(network.leaf.code());
      assertThatThrownBy(() -> network.top.engine().setAside().retry(stream, 7))
          .isInstanceOf(PoisonRecordException.class);
      assertThat(network.top.engine().setAside().list(10)).hasSize(2);

      network.top.applier.poisonous.clear();
      network.middle.applier.crashing.clear();
      for (ToyNode node : List.of(network.top, network.middle)) {
        for (SetAsideRecord record : node.engine().setAside().list(10)) {
          assertThat(node.engine().setAside().retry(stream, record.position())).isTrue();
        }
      }
      assertThat(network.top.engine().setAside().retry(stream, 7)).isFalse();
      network.awaitComplete();
    }
  }
}
