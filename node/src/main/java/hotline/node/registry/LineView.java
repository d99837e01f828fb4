package hotline.node.registry;

import hotline.node.classification.MergeMode;
import hotline.node.line.Line;
import hotline.node.view.Named;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotline number.
 *
 * @param prompt what callers hear at present
 */
@Serdeable
record LineView(
    String number,
    String name,
    String purpose,
    MergeMode mode,
    String modeLabel,
    Named owner,
    @Nullable Named department,
    @Nullable Named node,
    boolean roundTheClock,
    List<ManagerView> managers,
    @Nullable String prompt,
    @Nullable OffsetDateTime promptUntil,
    LocalDate establishedOn,
    OffsetDateTime registeredAt,
    @Nullable OffsetDateTime cancelledAt,
    List<ModeChangeView> history,
    long version) {

  static LineView of(Line line, Instant now) {
    var transition = line.transition();
    boolean prompting = transition != null && transition.lasts(now);
    var department = line.department();
    return new LineView(
        line.number().value(),
        line.name(),
        line.purpose(),
        line.mode(),
        line.mode().label(),
        Named.of(line.owner()),
        department == null ? null : new Named(department.codeText(), department.name()),
        line.node() == null ? null : Named.of(line.node()),
        line.roundTheClock(),
        line.managers().stream().map(m -> new ManagerView(m.body(), m.leads())).toList(),
        transition != null && prompting ? transition.prompt() : null,
        transition == null ? null : Times.local(transition.until()),
        line.establishedOn(),
        Times.local(line.registeredAt()),
        line.cancelledAt() == null ? null : Times.local(line.cancelledAt()),
        line.history().stream().map(ModeChangeView::of).toList(),
        line.version());
  }

  @Serdeable
  record ManagerView(String body, boolean leads) {}

  @Serdeable
  record ModeChangeView(MergeMode from, MergeMode to, OffsetDateTime at, String by, String basis) {
    static ModeChangeView of(Line.ModeChange change) {
      return new ModeChangeView(
          change.from(), change.to(), Times.local(change.at()), change.by().id(), change.basis());
    }
  }
}
