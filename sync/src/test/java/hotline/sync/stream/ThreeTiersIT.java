package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import org.junit.jupiter.api.Test;

class ThreeTiersIT {

  @Test
  @Requirement({"XTR-03", "XTR-12"})
  void everyRecordReachesEveryNodeAbove() {
    try (ToyNetwork network = new ToyNetwork().start()) {
      for (int i = 0; i < 300; i++) {
        network.leaf.work(i % 7);
        network.middle.work(i % 3);
      }
      network.top.work(1);
      network.awaitComplete();
      assertThat(ToyNetwork.replica(network.top, network.leaf)).hasSize(300);
      assertThat(network.leaf.engine().status().produced().get(0).position()).isEqualTo(300);
    }
  }
}
