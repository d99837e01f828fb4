package hotline.node.oversight;

import hotline.node.classification.AccountabilityGround;
import hotline.node.classification.SupervisionState;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.supervision.About;
import hotline.node.supervision.Accountability;
import hotline.node.supervision.Course;
import hotline.node.supervision.Demand;
import hotline.node.supervision.Explanation;
import hotline.node.supervision.Remark;
import hotline.node.supervision.Session;
import hotline.node.supervision.Supervision;
import hotline.node.view.DueView;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.node.view.VerdictView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A supervision in full. */
@Serdeable
record SupervisionView(
    String id,
    long version,
    Named owner,
    Named target,
    @Nullable String ticketId,
    @Nullable String assignmentId,
    SupervisionTool tool,
    SupervisionTrigger trigger,
    String demand,
    List<String> jointBodies,
    OffsetDateTime issuedAt,
    String by,
    @Nullable DueView due,
    boolean overdue,
    SupervisionState state,
    List<ExplanationView> explanations,
    List<SessionView> sessions,
    List<AccountabilityView> accountabilities,
    @Nullable RemarkView escalated,
    @Nullable RemarkView ended) {

  static SupervisionView of(Supervision supervision, Instant now) {
    About about = supervision.about();
    Demand demand = supervision.demand();
    Course course = supervision.course();
    return new SupervisionView(
        supervision.id().toString(),
        supervision.version(),
        Named.of(supervision.owner()),
        Named.of(about.target()),
        about.ticket() == null ? null : about.ticket().toString(),
        about.assignment() == null ? null : about.assignment().toString(),
        demand.tool(),
        demand.trigger(),
        demand.text(),
        demand.jointBodies(),
        Times.local(supervision.issuedAt()),
        supervision.by().id(),
        supervision.due() == null ? null : DueView.of(supervision.due()),
        supervision.overdue(now),
        course.state(),
        course.explanations().stream().map(ExplanationView::of).toList(),
        course.sessions().stream().map(SessionView::of).toList(),
        course.accountabilities().stream().map(AccountabilityView::of).toList(),
        RemarkView.of(course.escalated()),
        RemarkView.of(course.ended()));
  }

  @Serdeable
  record ExplanationView(
      String text, OffsetDateTime at, String by, boolean late, @Nullable VerdictView verdict) {
    static ExplanationView of(Explanation explanation) {
      return new ExplanationView(
          explanation.text(),
          Times.local(explanation.at()),
          explanation.by().id(),
          explanation.late(),
          VerdictView.of(explanation.verdict()));
    }
  }

  @Serdeable
  record SessionView(OffsetDateTime at, String by, String participants, String conclusion) {
    static SessionView of(Session session) {
      return new SessionView(
          Times.local(session.at()),
          session.by().id(),
          session.participants(),
          session.conclusion());
    }
  }

  @Serdeable
  record AccountabilityView(
      AccountabilityGround ground,
      String person,
      String finding,
      String measure,
      OffsetDateTime at,
      String by) {
    static AccountabilityView of(Accountability one) {
      return new AccountabilityView(
          one.ground(),
          one.person(),
          one.finding(),
          one.measure(),
          Times.local(one.at()),
          one.by().id());
    }
  }

  @Serdeable
  record RemarkView(String text, OffsetDateTime at, String by) {
    static @Nullable RemarkView of(@Nullable Remark remark) {
      return remark == null
          ? null
          : new RemarkView(remark.text(), Times.local(remark.at()), remark.by().id());
    }
  }
}
