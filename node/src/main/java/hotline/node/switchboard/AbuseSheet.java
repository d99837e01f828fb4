package hotline.node.switchboard;

import static java.util.stream.Collectors.joining;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.switchboard.AbuseView.HandOverView;
import hotline.node.switchboard.AbuseView.RestrictionView;
import hotline.node.ticket.PersonalNumbers;
import java.util.List;

/** The columns of exported cases of abuse; whose they are is not among them (ABU-01, SEC-01). */
final class AbuseSheet {

  static final Sheet<AbuseView> CASES =
      new Sheet<>(
          "扰乱热线",
          List.of(
              new Column<>("编号", AbuseView::id),
              new Column<>("情形", AbuseView::groundLabel),
              new Column<>("经过", c -> PersonalNumbers.hidden(c.evidence())),
              new Column<>("登记时间", c -> Cells.time(c.notedAt())),
              new Column<>("登记人", AbuseView::notedBy),
              new Column<>("关联通话", c -> c.callId()),
              new Column<>("关联工单", c -> c.ticketId()),
              new Column<>("是否限制中", c -> Cells.yes(c.restricted())),
              new Column<>(
                  "限制", c -> c.restrictions().stream().map(AbuseSheet::said).collect(joining("；"))),
              new Column<>(
                  "移交", c -> c.handOvers().stream().map(AbuseSheet::said).collect(joining("；")))));

  private AbuseSheet() {}

  private static String said(RestrictionView restriction) {
    String text =
        Cells.time(restriction.from())
            + " 至 "
            + Cells.time(restriction.until())
            + " "
            + restriction.by()
            + "："
            + restriction.reason();
    String lifted =
        restriction.liftedAt() == null
            ? ""
            : "，"
                + Cells.time(restriction.liftedAt())
                + " "
                + restriction.liftedBy()
                + "解除："
                + restriction.liftedFor();
    return PersonalNumbers.hidden(text + lifted);
  }

  private static String said(HandOverView handOver) {
    String theirs = handOver.reference();
    return PersonalNumbers.hidden(
        Cells.time(handOver.at())
            + " "
            + handOver.by()
            + "移交"
            + handOver.body().label()
            + " "
            + handOver.receiver()
            + "："
            + handOver.reason()
            + (theirs == null ? "" : "（文号 " + theirs + "）"));
  }
}
