package hotline.node.rulebook;

import hotline.node.NodeSettings;
import hotline.node.calendar.Calendars;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import hotline.node.policy.AssigneeKind;
import hotline.node.policy.Limits;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyDocument;
import hotline.node.policy.RuledLimit;
import hotline.node.rulebook.PolicyViews.ChangeView;
import hotline.node.rulebook.PolicyViews.DeadlinesView;
import hotline.node.rulebook.PolicyViews.OpenTicketView;
import hotline.node.rulebook.PolicyViews.PreviewView;
import hotline.node.rulebook.PolicyViews.SampleView;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.view.DueView;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Says what a policy would change, before it does. */
@Singleton
final class PolicyPreview {

  private static final int OPEN_SHOWN = 10;

  private final PolicyBook book;
  private final Calendars calendars;
  private final TicketStore tickets;
  private final NodeCode self;
  private final Clock clock;

  PolicyPreview(
      PolicyBook book,
      Calendars calendars,
      TicketStore tickets,
      NodeSettings settings,
      Clock clock) {
    this.book = book;
    this.calendars = calendars;
    this.tickets = tickets;
    this.self = NodeCode.of(settings.getCode());
    this.clock = clock;
  }

  PreviewView of(Tx tx, String text) {
    Instant now = clock.instant();
    PolicyDocument next = book.resolve(tx, text);
    Policy after = next.policy();
    Policy before = book.at(now);
    Map<String, String> values =
        book.versions().versionAt(now).map(v -> v.resolved().values()).orElse(Map.of());
    return new PreviewView(
        after.name(),
        book.versions().lastNumber(),
        after.inForce(now.atZone(after.workingHours().zone()).toLocalDate()),
        changes(values, next.values()),
        samples(before, after, now),
        tickets.countOpen(tx, self),
        tickets.newestOpen(tx, self, OPEN_SHOWN).stream()
            .map(ticket -> open(ticket, after))
            .toList());
  }

  static List<ChangeView> changes(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .map(path -> new ChangeView(path, before.get(path), after.get(path)))
        .toList();
  }

  private List<SampleView> samples(Policy before, Policy after, Instant now) {
    List<SampleView> samples = new ArrayList<>();
    for (Category category : List.of(Category.CONSULTATION, Category.COMPLAINT)) {
      for (Urgency urgency : Urgency.values()) {
        if (urgency.known()) {
          DeadlinesView old = deadlines(before, category, urgency, now);
          DeadlinesView fresh = deadlines(after, category, urgency, now);
          samples.add(
              new SampleView(
                  category.label() + "、" + urgency.label(), old, fresh, !old.equals(fresh)));
        }
      }
    }
    return samples;
  }

  private DeadlinesView deadlines(Policy policy, Category category, Urgency urgency, Instant from) {
    Limits limits = policy.limits();
    return new DeadlinesView(
        due(policy, limits.dispatch(), from),
        due(policy, limits.signFor(), from),
        due(policy, limits.handling(category, urgency, AssigneeKind.UNIT).reply(), from));
  }

  private OpenTicketView open(Ticket ticket, Policy after) {
    Instant accepted = Objects.requireNonNull(ticket.clock().acceptedAt());
    var due = ticket.clock().due();
    return new OpenTicketView(
        ticket.id().toString(),
        due == null ? null : DueView.of(due),
        due(
            after,
            after
                .limits()
                .handling(
                    ticket.appeal().matterCode(),
                    ticket.appeal().category(),
                    ticket.appeal().urgency(),
                    AssigneeKind.UNIT)
                .reply(),
            accepted));
  }

  private DueView due(Policy policy, RuledLimit limit, Instant from) {
    WorkingCalendar calendar = new WorkingCalendar(policy.workingHours(), calendars.current());
    return DueView.of(calendar.deadline(from, limit.limit(), limit.rule()));
  }
}
