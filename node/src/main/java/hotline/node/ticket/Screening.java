package hotline.node.ticket;

import hotline.node.classification.ScreeningGround;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The claim that a dissatisfied rating should be left out of the rate 甄别 (RVS-11).
 *
 * @param round the answer whose rating it is
 * @param verdict by somebody else than who asked for it; null while undecided
 */
public record Screening(
    int round,
    ScreeningGround ground,
    String reason,
    Instant at,
    Actor by,
    @Nullable Verdict verdict) {

  public boolean approved() {
    return verdict != null && verdict.approved();
  }

  Screening decided(Verdict verdict) {
    return new Screening(round, ground, reason, at, by, verdict);
  }
}
