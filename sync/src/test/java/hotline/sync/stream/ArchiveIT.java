package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import org.junit.jupiter.api.Test;

class ArchiveIT {

  @Test
  @Requirement("XTR-09")
  void theArchiveProvesItselfAndShowsWhereItWasAltered() {
    try (ToyNetwork network = new ToyNetwork().start()) {
      for (int i = 0; i < 60; i++) {
        network.leaf.work(i % 3);
        if (i % 20 == 0) {
          // everything applied: what follows arrives as a row of its own
          network.awaitComplete();
        }
      }
      network.awaitComplete();
      StreamId stream = StreamId.uplinkOf(network.leaf.code());
      ArchiveReport whole = network.top.engine().proof().archive(stream);
      assertThat(whole.damage()).isEmpty();
      assertThat(whole.checked()).isEqualTo(60);
      assertThat(whole.hash()).isEqualTo(network.leaf.engine().status().produced().get(0).hash());

      long altered =
          network
              .top
              .schema()
              .number("SELECT MAX(first_position) FROM received_batch WHERE origin = '621002'");
      network
          .top
          .schema()
          .execute(
              "UPDATE received_batch SET batch = CONCAT(LEFT(batch, size - 12), '!',"
                  + " RIGHT(batch, 11)) WHERE origin = '621002' AND first_position = "
                  + altered);
      ArchiveReport found = network.top.engine().proof().archive(stream);
      assertThat(found.checked()).isEqualTo(altered - 1);
      assertThat(found.damage().orElseThrow().from()).isEqualTo(altered);

      network
          .top
          .schema()
          .execute("DELETE FROM received_batch WHERE origin = '621002' AND first_position = 1");
      assertThat(network.top.engine().proof().archive(stream).damage().orElseThrow().reason())
          .isEqualTo("rows are missing");
    }
  }
}
