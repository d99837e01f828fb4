package hotline.sync.stream;

import hotline.requirements.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashIT {

  @ParameterizedTest
  @EnumSource(
      value = Failpoints.Point.class,
      names = {"SEQUENCED", "PUBLISHED"})
  @Requirement("XTR-03")
  void anOriginKilledBetweenTwoStepsLosesAndRepeatsNothing(Failpoints.Point point)
      throws InterruptedException {
    try (ToyNetwork network = new ToyNetwork().start()) {
      work(network.leaf, 50);
      network.awaitComplete();
      StopHere stop = new StopHere(point);
      network.leaf.failpoints = stop;
      work(network.leaf, 50);
      stop.awaitReached();
      work(network.leaf, 50);
      network.leaf.crashAndRestart();
      work(network.leaf, 50);
      network.awaitComplete();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Failpoints.Point.class,
      names = {"SEQUENCED", "PUBLISHED", "APPLIED"})
  void aNodeInTheMiddleKilledBetweenTwoStepsLosesAndRepeatsNothing(Failpoints.Point point)
      throws InterruptedException {
    try (ToyNetwork network = new ToyNetwork().start()) {
      work(network.leaf, 50);
      work(network.middle, 50);
      network.awaitComplete();
      StopHere stop = new StopHere(point);
      network.middle.failpoints = stop;
      work(network.leaf, 50);
      work(network.middle, 50);
      stop.awaitReached();
      work(network.leaf, 50);
      work(network.middle, 50);
      network.middle.crashAndRestart();
      work(network.leaf, 50);
      network.awaitComplete();
    }
  }

  private static void work(ToyNode node, int times) {
    for (int i = 0; i < times; i++) {
      node.work(i % 5);
    }
  }
}
