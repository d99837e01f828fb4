package hotline.sync.stream;

import hotline.requirements.Requirement;
import org.junit.jupiter.api.Test;

class ParentAwayIT {

  @Test
  @Requirement("XTR-03")
  void theChildGoesOnWithoutItsParentAndTheBacklogDrainsLater() {
    try (ToyNetwork network = new ToyNetwork().start()) {
      network.leaf.work(1);
      network.awaitComplete();
      network.middle.stop();
      for (int i = 0; i < 2000; i++) {
        network.leaf.work(i % 11);
      }
      network.middle.restart();
      network.awaitComplete();
    }
  }

  @Test
  void aNodeThatStartsBeforeItsNeighboursCatchesUp() {
    try (ToyNetwork network = new ToyNetwork()) {
      for (int i = 0; i < 100; i++) {
        network.leaf.work(i % 3);
      }
      network.leaf.start();
      network.leaf.work(1);
      network.top.start();
      network.middle.start();
      network.awaitComplete();
    }
  }
}
