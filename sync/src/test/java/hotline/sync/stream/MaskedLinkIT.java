package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedLinkIT {

  @Test
  @Requirement({"SEC-01", "Q-14"})
  void aMaskedLinkDropsThePersonalPartAndTheChainStillHolds() {
    try (ToyNetwork network = new ToyNetwork()) {
      network.middle.scope = LinkScope.MASKED;
      network.middle.stop();
      network.middle.restart();
      network.top.start();
      network.leaf.start();
      network
          .leaf
          .transactions()
          .run(
              tx ->
                  network
                      .leaf
                      .engine()
                      .journal()
                      .append(tx, List.of(Toy.entry("with", "13900000000"), Toy.entry("without"))));
      network
          .middle
          .transactions()
          .run(
              tx ->
                  network
                      .middle
                      .engine()
                      .journal()
                      .append(tx, List.of(Toy.entry("its own", "13900000001"))));
      network.awaitComplete();
      assertThat(personalBytes(network.middle)).isEqualTo(11);
      assertThat(personalBytes(network.top)).isZero();
    }
  }

  private static long personalBytes(ToyNode node) {
    return node.schema().number("SELECT SUM(LENGTH(personal)) FROM replica");
  }
}
