package hotline.node.desk;

import hotline.node.calendar.Calendars;
import hotline.node.calendar.Deadline;
import hotline.node.calendar.Limit;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.AssigneeKind;
import hotline.node.policy.Basis;
import hotline.node.policy.HandlingLimit;
import hotline.node.policy.Policies;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyRef;
import hotline.node.policy.RuledLimit;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.CitizenClock;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Request;
import hotline.node.ticket.Terms;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.Watch;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has deadlines explain themselves: by which rule, policy and calendar, over which days. */
@Singleton
final class DeadlineViews {

  private final Policies policies;
  private final Calendars calendars;
  private final Rules rules;

  DeadlineViews(Policies policies, Calendars calendars, Rules rules) {
    this.policies = policies;
    this.calendars = calendars;
    this.rules = rules;
  }

  /** The ticket's own: dispatch and answer. */
  List<DeadlineView> of(Ticket ticket) {
    CitizenClock clock = ticket.clock();
    Instant accepted = clock.acceptedAt();
    List<DeadlineView> views = new ArrayList<>();
    if (accepted == null) {
      return views;
    }
    Source source = source(clock.basis(), ticket.owner().code());
    var appeal = ticket.appeal();
    Optional<HandlingLimit> handling =
        source.policy.map(
            p ->
                p.limits()
                    .handling(
                        appeal.matterCode(),
                        appeal.category(),
                        appeal.urgency(),
                        AssigneeKind.UNIT));
    add(
        views,
        source,
        Watch.DISPATCH,
        accepted,
        clock.dispatchBy(),
        source.policy.map(p -> p.limits().dispatch()),
        List.of());
    List<String> notes = clock.feedbackSuffices() ? List.of("首次反馈即视为在时限内（办结或反馈）") : List.of();
    add(
        views,
        source,
        Watch.ANSWER,
        accepted,
        clock.due(),
        handling.map(HandlingLimit::reply),
        notes);
    return views;
  }

  /** Those that the assigner set for one assignment. */
  List<DeadlineView> of(Assignment assignment) {
    Terms terms = assignment.terms();
    Instant from = terms.dispatchedAt();
    NodeCode assigner = assignment.charge().assigner().code();
    Source source = source(terms.basis(), assigner);
    AssigneeKind kind =
        assignment.charge().unit() != null
            ? AssigneeKind.UNIT
            : rules.parent().filter(p -> p.code().equals(assigner)).isPresent()
                ? AssigneeKind.CHILD
                : rules.self().code().equals(assigner) ? AssigneeKind.CHILD : AssigneeKind.PARENT;
    var subject = assignment.subject();
    Optional<HandlingLimit> handling =
        source.policy.map(
            p ->
                p.limits().handling(subject.matter(), subject.category(), subject.urgency(), kind));
    List<DeadlineView> views = new ArrayList<>();
    add(
        views,
        source,
        Watch.SIGN_FOR,
        from,
        terms.signForDue(),
        source.policy.map(p -> p.limits().signFor()),
        List.of());
    add(
        views,
        source,
        Watch.FEEDBACK,
        from,
        terms.feedbackBy(),
        handling.flatMap(
            h ->
                Optional.ofNullable(h.feedback())
                    .map(limit -> new RuledLimit(limit, h.reply().rule()))),
        List.of());
    add(
        views,
        source,
        Watch.REPLY,
        from,
        terms.due(),
        handling.map(HandlingLimit::reply),
        notes(assignment));
    return views;
  }

  private static List<String> notes(Assignment assignment) {
    Terms terms = assignment.terms();
    List<String> notes = new ArrayList<>();
    if (terms.feedbackSuffices()) {
      notes.add("首次反馈即视为在时限内（办结或反馈）");
    }
    if (terms.due().rule().equals("XTR-10")) {
      notes.add("本节点须先于上级时限答复，已从上级时限中扣除留给本节点的时间");
    }
    for (Request request : assignment.handling().requests()) {
      Deadline until = request.until();
      if (request.granted() && until != null && request.round() == assignment.round()) {
        notes.add(
            "经审核同意"
                + request.kind().label()
                + (request.workingDays() > 0 ? request.workingDays() + "个工作日" : "")
                + "，至 "
                + DeadlineText.minute(until.at())
                + "，理由："
                + PersonalNumbers.hidden(request.reason()));
      }
    }
    return notes;
  }

  /** What is known here of the rules of the node that set a deadline. */
  private Source source(@Nullable Basis basis, NodeCode setter) {
    boolean own = setter.equals(rules.self().code());
    PolicyRef ref = basis == null ? null : basis.policy();
    Optional<Policy> policy =
        own && ref != null ? policies.version(ref.version()) : Optional.empty();
    int calendar = own && basis != null ? basis.calendar() : calendars.current().version();
    return new Source(ref, policy, basis == null ? null : basis.calendar(), calendar);
  }

  private void add(
      List<DeadlineView> views,
      Source source,
      Watch watch,
      Instant from,
      @Nullable Deadline deadline,
      Optional<RuledLimit> limit,
      List<String> notes) {
    if (deadline == null) {
      return;
    }
    WorkingCalendar calendar =
        new WorkingCalendar(
            source.policy.orElseGet(() -> rules.policy(from)).workingHours(),
            calendars.version(source.calendar));
    boolean wall =
        limit.map(RuledLimit::limit).filter(Limit.WallTime.class::isInstance).isPresent();
    List<DeadlineView.DayView> days =
        wall
            ? List.of()
            : calendar.departures(from, deadline.at()).stream()
                .map(day -> new DeadlineView.DayView(day.day(), day.worked(), day.reason()))
                .toList();
    List<String> all = new ArrayList<>(notes);
    if (deadline.provisional()) {
      all.add("涉及年份的节假日安排尚未公布，时限为暂定，日历导入后重新计算");
    }
    String limitText = limit.map(l -> l.limit().text()).orElse(null);
    views.add(
        new DeadlineView(
            watch,
            watch.label(),
            Times.local(from),
            Times.local(deadline.at()),
            deadline.rule(),
            limitText,
            source.ref == null ? null : source.ref.name(),
            source.ref == null ? null : source.ref.version(),
            source.policy.map(Policy::source).orElse(null),
            source.recordedCalendar,
            deadline.provisional(),
            days,
            all,
            DeadlineText.of(
                watch,
                from,
                deadline,
                limitText,
                source.ref == null
                    ? ""
                    : "（规则 " + source.ref + "，日历第" + source.recordedCalendar + "版）",
                days,
                all)));
  }

  private record Source(
      @Nullable PolicyRef ref,
      Optional<Policy> policy,
      @Nullable Integer recordedCalendar,
      int calendar) {}
}
