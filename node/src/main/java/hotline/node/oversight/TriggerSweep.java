package hotline.node.oversight;

import hotline.node.assessment.Figure;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.SupervisionRules;
import hotline.node.policy.SupervisionRules.LowRates;
import hotline.node.store.AssessmentStore;
import hotline.node.store.AssessmentStore.Finding;
import hotline.node.store.AssessmentStore.Page;
import hotline.node.store.AssessmentStore.Sums;
import hotline.node.supervision.About;
import hotline.node.supervision.Demand;
import hotline.node.supervision.SupervisionId;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.view.Times;
import hotline.node.work.Chore;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what sets a supervision off by the rules (SUP-01, SUP-03, SUP-05). A cause opens one
 * supervision, however often it is found: the id says the cause. May run at any time in any
 * process.
 */
@Singleton
public final class TriggerSweep implements Chore {

  private static final Logger log = LoggerFactory.getLogger(TriggerSweep.class);
  private static final int LIMIT = 500;

  private final Transactions transactions;
  private final AssessmentStore assessments;
  private final SupervisionWork work;
  private final Rules rules;
  private final Clock clock;

  TriggerSweep(
      Transactions transactions,
      AssessmentStore assessments,
      SupervisionWork work,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.assessments = assessments;
    this.work = work;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "supervision-triggers";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    SupervisionRules set = rules.policy().supervision();
    String self = rules.self().codeText();
    Instant now = clock.instant();
    if (set.overdue()) {
      each(
          (tx, page) -> assessments.overdue(tx, self, now, page),
          SupervisionTrigger.OVERDUE,
          f -> "办理已逾期，请说明情况和理由并立即办结");
    }
    if (set.redoneMoreThan() > 0) {
      each(
          (tx, page) -> assessments.redone(tx, self, set.redoneMoreThan(), page),
          SupervisionTrigger.REDONE_TOO_OFTEN,
          f -> "已发回重办" + (f.number() - 1) + "次，请说明原因并办实办好");
    }
    if (set.extensionsMoreThan() > 0) {
      each(
          (tx, page) -> assessments.extended(tx, self, set.extensionsMoreThan(), page),
          SupervisionTrigger.ABNORMAL_EXTENSION,
          f -> "已延期" + f.number() + "次，请说明原因和办结计划");
    }
    if (set.improperReturn()) {
      each(
          (tx, page) -> assessments.improperlyReturned(tx, self, page),
          SupervisionTrigger.IMPROPER_RETURN,
          f -> "退单未获通过，属本单位职责，请说明情况并按时办理");
    }
    if (set.returnedMoreThan() > 0) {
      each(
          (tx, page) -> assessments.returnedByMany(tx, self, set.returnedMoreThan(), page),
          SupervisionTrigger.RETURNED_TOO_OFTEN,
          f -> "已有" + f.number() + "家单位退单，请有关单位共同明确办理主体");
    }
    LowRates low = set.lowRates();
    LocalDate today = now.atZone(Times.ZONE).toLocalDate();
    if (low != null && today.getDayOfMonth() >= low.day()) {
      lowRates(low, today, self, now);
    }
  }

  /** Finds, a page at a time. */
  private interface Search {
    List<Finding> in(Tx tx, Page page);
  }

  private void each(Search search, SupervisionTrigger trigger, Function<Finding, String> demand) {
    Page page = new Page(0, LIMIT);
    while (true) {
      Page asked = page;
      List<Finding> found = transactions.call(tx -> search.in(tx, asked));
      Set<String> open =
          transactions.call(
              tx -> work.existing(tx, found.stream().map(f -> id(trigger, f)).toList()));
      for (Finding finding : found) {
        SupervisionId id = id(trigger, finding);
        if (!open.contains(id.toString())) {
          open(id, about(trigger, finding), trigger, demand.apply(finding));
        }
      }
      if (found.size() < LIMIT) {
        return;
      }
      page = new Page(found.get(found.size() - 1).position(), LIMIT);
    }
  }

  /** The same order is found again in its next round, the same ticket with its next return. */
  private SupervisionId id(SupervisionTrigger trigger, Finding finding) {
    String what =
        trigger == SupervisionTrigger.RETURNED_TOO_OFTEN
            ? finding.ticketId()
            : finding.assignmentId();
    return SupervisionId.of(rules.self().code(), trigger, what + "/" + finding.number());
  }

  private static About about(SupervisionTrigger trigger, Finding finding) {
    return new About(
        assignee(finding.assigneeKind(), finding.assignee(), finding.assigneeName()),
        TicketId.parse(finding.ticketId()),
        trigger == SupervisionTrigger.RETURNED_TOO_OFTEN
            ? null
            : AssignmentId.parse(finding.assignmentId()));
  }

  /**
   * On the day itself, or after it when the node was not running: the month up to then (SLA-16).
   */
  private void lowRates(LowRates low, LocalDate today, String self, Instant now) {
    Instant from = today.withDayOfMonth(1).atStartOfDay(Times.ZONE).toInstant();
    Instant to = today.withDayOfMonth(low.day()).plusDays(1).atStartOfDay(Times.ZONE).toInstant();
    List<Sums> all = transactions.call(tx -> assessments.sums(tx, self, from, to, now));
    for (Sums sums : all) {
      Double solved = Figure.named("solutionRate").percent(sums.numbers());
      Double satisfied = Figure.named("realSatisfactionRate").percent(sums.numbers());
      boolean enough = sums.numbers().getOrDefault("reallyRated", 0L) >= low.atLeast();
      if (enough && low.tooLow(solved, satisfied)) {
        open(
            SupervisionId.of(
                rules.self().code(),
                SupervisionTrigger.LOW_RATES,
                sums.assignee() + "/" + YearMonth.from(today)),
            new About(assignee(sums.kind(), sums.assignee(), sums.name()), null, null),
            SupervisionTrigger.LOW_RATES,
            "本月截至"
                + low.day()
                + "日问题解决率"
                + percent(solved)
                + "、满意率"
                + percent(satisfied)
                + "，低于"
                + low.percent()
                + "%，请在督办会议上说明");
      }
    }
  }

  private void open(SupervisionId id, About about, SupervisionTrigger trigger, String demand) {
    Demand full = new Demand(tool(trigger), trigger, demand, List.of());
    try {
      transactions.run(
          tx -> {
            if (!work.exists(tx, id)) {
              work.issue(tx, Actor.SYSTEM, id, about, full);
            }
          });
    } catch (RefusedException e) {
      if (e.code() == ErrorCode.ALREADY_EXISTS) {
        log.debug("{} was opened by another process at the same moment", id);
      } else {
        log.warn("supervision {} not opened: {} {}", id, e.code(), e.getMessage());
      }
    }
  }

  /** The usual tool, or where the city does not name it any that it does. */
  private SupervisionTool tool(SupervisionTrigger trigger) {
    SupervisionTool usual =
        switch (trigger) {
          // what nobody wants is coordinated (DSP-08)
          case RETURNED_TOO_OFTEN -> SupervisionTool.COORDINATION;
          case LOW_RATES -> SupervisionTool.MEETING;
          default -> SupervisionTool.NOTICE;
        };
    Set<SupervisionTool> tools = rules.policy().supervision().tools();
    return tools.contains(usual) ? usual : tools.stream().sorted().findFirst().orElse(usual);
  }

  private static Assignee assignee(String kind, String code, String name) {
    return kind.equals("NODE")
        ? new NodeRef(NodeCode.of(code), name)
        : new UnitRef(UnitCode.of(code), name);
  }

  private static String percent(@Nullable Double rate) {
    return rate == null ? "（无评价）" : String.format(Locale.ROOT, "%.1f%%", rate);
  }
}
