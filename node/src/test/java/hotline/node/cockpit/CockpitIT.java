package hotline.node.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.Matter;
import hotline.node.classification.RatingSource;
import hotline.node.classification.Region;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.Urgency;
import hotline.node.store.DeskStore;
import hotline.node.store.TicketFilter;
import hotline.node.store.TicketSlice;
import hotline.node.store.Visibility;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.FollowUp;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketCommand.ExplainToRequester;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cockpit's figures against a slow count, and against the lists behind them. */
class CockpitIT {

  private static final Instant NOW = Instant.parse("2026-12-18T06:30:00Z");
  private static final Instant TODAY = Instant.parse("2026-12-17T16:00:00Z");
  private static final Instant MONTH = Instant.parse("2026-11-30T16:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int TICKETS = 60;
  private static final Set<TicketState> OPEN =
      EnumSet.of(
          TicketState.REGISTERED,
          TicketState.ACCEPTED,
          TicketState.IN_HANDLING,
          TicketState.IN_REVIEW);
  private static final List<Region> REGIONS =
      List.of(new Region("621002", "西峰区"), new Region("621021", "庆城县"));
  private static final List<Matter> MATTERS =
      List.of(new Matter("CJ0101", "房屋质量"), new Matter("CJ0102", "物业服务"));

  private static final MovableClock clock = new MovableClock();
  private static final Random random = new Random(20261218);

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    clock.set(NOW);
    node = EmbeddedNode.withUsers(folder, clock);
    http = node.http();
    for (int i = 0; i < TICKETS; i++) {
      // most of them today, the others over the weeks before
      long hours = i % 2 == 0 ? random.nextInt(14) : random.nextInt(24 * 30);
      clock.set(NOW.minus(Duration.ofHours(hours)).minus(Duration.ofMinutes(random.nextInt(59))));
      live(i);
    }
    clock.set(NOW);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"ASM-02", "ASM-03", "ASM-04", "ASM-16"})
  void figuresAreWhatASlowCountOverTheSameTicketsFinds() {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              Answer cockpit = http.get("lingdao", "/api/cockpit");
              List<Ticket> all = all();
              assertThat(value(cockpit, "registered"))
                  .isEqualTo(count(all, registered(TODAY, NOW.plusSeconds(60))))
                  .isGreaterThan(10);
              assertThat(value(cockpit, "open")).isEqualTo(count(all, open())).isGreaterThan(10);
              assertThat(value(cockpit, "urgent"))
                  .isEqualTo(count(all, open().and(t -> t.appeal().urgency() == Urgency.URGENT)))
                  .isPositive();
              assertThat(value(cockpit, "overdue"))
                  .isEqualTo(count(all, open().and(t -> due(t).isBefore(clock.instant()))))
                  .isPositive();
              assertThat(rate(cockpit, "satisfaction"))
                  .isEqualTo(
                      count(all, rated().and(t -> last(t).satisfaction().passes()))
                          + "/"
                          + count(all, rated()));
              assertThat(rate(cockpit, "solution"))
                  .isEqualTo(
                      count(all, rated().and(t -> last(t).solved())) + "/" + count(all, rated()));
              assertThat(rate(cockpit, "response"))
                  .isEqualTo(
                      count(all, leadSince(MONTH).and(CockpitIT::responded))
                          + "/"
                          + count(all, leadSince(MONTH).and(CockpitIT::responseDue)));
              assertThat(sum(cockpit, "channels")).isEqualTo(value(cockpit, "registered"));
              assertThat(sum(cockpit, "regions")).isEqualTo(value(cockpit, "registered"));
              assertThat(sum(cockpit, "bins")).isEqualTo(value(cockpit, "registered"));
              assertThat(shares(cockpit, "categories"))
                  .isEqualTo(
                      all.stream()
                          .filter(registered(TODAY, NOW.plusSeconds(60)))
                          .collect(
                              Collectors.groupingBy(
                                  t -> t.appeal().category().name(), Collectors.counting())));
              assertThat(shares(cockpit, "matters"))
                  .isEqualTo(
                      all.stream()
                          .filter(registered(NOW.minus(WEEK), NOW.plusSeconds(60)))
                          .filter(t -> t.appeal().matter() != null)
                          .collect(
                              Collectors.groupingBy(
                                  t -> String.valueOf(t.appeal().matterCode()),
                                  Collectors.counting())));
            });
  }

  @Test
  void everyNumberOpensExactlyTheTicketsThatItWasCountedOf() {
    for (String path :
        List.of("/api/cockpit", "/api/cockpit?scope=OWN&from=2026-12-01T00:00:00%2B08:00")) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () -> {
                List<Map<String, Object>> figures = new ArrayList<>();
                collect(http.get("lingdao", path).body(), figures);
                assertThat(figures).hasSizeGreaterThan(30);
                for (Map<String, Object> figure : figures) {
                  Answer list = http.get("lingdao", "/api/tickets?size=1&" + query(figure));
                  assertThat(list.body().get("total"))
                      .as(figure.toString())
                      .isEqualTo(figure.get("value"));
                }
              });
    }
  }

  @Test
  void whoIsNoLeaderDoesNotSeeIt() {
    assertThat(http.get("huawu", "/api/cockpit").status()).isEqualTo(403);
    assertThat(http.get("duban", "/api/cockpit").status()).isEqualTo(200);
    assertThat(http.get("lingdao", "/api/cockpit?scope=621099").status()).isEqualTo(400);
    assertThat(http.get("lingdao", "/api/tickets?below=621099").status()).isEqualTo(400);
  }

  @Test
  @Requirement("SEC-03")
  void aLeaderSeesNoPersonalData() {
    String id = all().get(0).id().toString();
    assertThat(http.get("lingdao", "/api/tickets/" + id).map("requester").get("name"))
        .isEqualTo("王**");
    assertThat(
            http.post("lingdao", "/api/tickets/" + id + "/reveal", Map.of("reason", "看看")).status())
        .isEqualTo(403);
  }

  private static void live(int number) {
    TicketId id = node.bean(TicketNumbers.class).next();
    AssignmentId work = AssignmentId.of(id, 1);
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              Ticket ticket = unit.register(appeal(id, number));
              if (number % 5 == 0) {
                return ticket;
              }
              UnitRef cityManagement = new UnitRef(UnitCode.of("CGJ"), "市城管局");
              unit.decide(
                  id,
                  new PlaceOrders(
                      List.of(new OrderDraft(cityManagement, HandlingRole.LEAD, null))));
              return unit.settled(id);
            });
    if (number % 5 > 1) {
      clock.putForward(Duration.ofMinutes(5L + random.nextInt(90)));
      node.bean(TicketWork.class)
          .carryOut(
              unit -> {
                unit.actAs(Samples.CALL_TAKER);
                return unit.decide(work, new SignForWork(random.nextInt(3) == 0 ? null : "已联系"));
              });
    }
    if (number % 5 > 2) {
      clock.putForward(Duration.ofMinutes(30));
      finish(work, number % 3 == 0 ? Satisfaction.DISSATISFIED : Satisfaction.SATISFIED);
    }
  }

  private static void finish(AssignmentId work, Satisfaction rating) {
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(work, new NoteContact("上门了解", ContactWay.VISIT, ContactResult.REACHED));
              unit.decide(work, new ReplyToHolder("已修复", true, true));
              unit.settled(work);
              unit.decide(work.ticket(), new ReviewReply(work, true, null));
              unit.actAs(Actor.user("huifang", Role.FOLLOW_UP));
              unit.decide(
                  work.ticket(),
                  new FollowUpTicket(FollowUpChannel.CALL, rating, rating.passes(), null));
              unit.settled(work);
              if (!rating.passes()) {
                unit.decide(work, new NoteContact("再次上门", ContactWay.VISIT, ContactResult.REACHED));
                unit.settled(work);
                return unit.decide(work.ticket(), new ExplainToRequester("超出政策"));
              }
              return unit.ticket(work.ticket());
            });
  }

  private static RegisterTicket appeal(TicketId id, int number) {
    Appeal appeal =
        new Appeal(
            number % 3 == 0 ? Channel.WEB : Channel.PHONE,
            number % 4 == 0 ? Category.HELP : Category.COMPLAINT,
            number % 7 == 0 ? Urgency.URGENT : Urgency.GENERAL,
            false,
            number % 6 == 0 ? null : MATTERS.get(number % 2),
            "第" + number + "处路灯不亮",
            "路灯连续三晚不亮",
            number % 10 == 9 ? null : REGIONS.get(number % 2),
            "第" + number + "处",
            null,
            List.of());
    Requester requester =
        Requester.of(false, null, new PersonalData("王测试", "1990000" + (1000 + number), "某小区"));
    return new RegisterTicket(id, "Q" + id, appeal, requester, new AcceptTicket(null));
  }

  private static List<Ticket> all() {
    TicketFilter everything =
        new TicketFilter(
            null,
            null,
            null,
            null,
            null,
            null,
            "621000",
            null,
            null,
            null,
            null,
            Visibility.ALL,
            null,
            TicketSlice.none(NOW),
            null,
            null);
    return node.bean(Transactions.class)
        .call(tx -> node.bean(DeskStore.class).tickets(tx, everything, true, 0, 1000));
  }

  private static long count(List<Ticket> tickets, Predicate<Ticket> which) {
    return tickets.stream().filter(which).count();
  }

  private static Predicate<Ticket> registered(Instant from, Instant to) {
    return ticket ->
        !ticket.clock().registeredAt().isBefore(from) && ticket.clock().registeredAt().isBefore(to);
  }

  private static Predicate<Ticket> open() {
    return ticket -> OPEN.contains(ticket.state());
  }

  private static Instant due(Ticket ticket) {
    var due = ticket.clock().due();
    return due == null ? Instant.MAX : due.at();
  }

  private static FollowUp last(Ticket ticket) {
    return ticket.followUps().last().orElseThrow();
  }

  /** Closed this month and rated by the citizen. */
  private static Predicate<Ticket> rated() {
    return ticket -> {
      var closure = ticket.outcome().closure();
      return closure != null
          && !closure.at().isBefore(MONTH)
          && ticket.followUps().last().filter(r -> r.source() == RatingSource.RATED).isPresent();
    };
  }

  private static Predicate<Ticket> leadSince(Instant from) {
    return registered(from, NOW.plusSeconds(60)).and(t -> !leads(t).isEmpty());
  }

  /** None is given back or cancelled here, so a ticket has one at most. */
  private static List<Order> leads(Ticket ticket) {
    return ticket.orders().all().stream().filter(Order::isLead).toList();
  }

  private static boolean responded(Ticket ticket) {
    Order lead = leads(ticket).get(0);
    var signed = lead.handling().signFor();
    Instant due = lead.terms().signForDue().at();
    return signed != null
        && !signed.at().isAfter(due)
        && lead.handling().contacts().stream()
            .anyMatch(
                contact -> contact.result() == ContactResult.REACHED && !contact.at().isAfter(due));
  }

  private static boolean responseDue(Ticket ticket) {
    Order lead = leads(ticket).get(0);
    boolean done =
        lead.handling().signFor() != null
            && lead.handling().contacts().stream()
                .anyMatch(contact -> contact.result() == ContactResult.REACHED);
    return done || lead.terms().signForDue().at().isBefore(clock.instant());
  }

  private static long value(Answer cockpit, String name) {
    return ((Number) cockpit.map(name).getOrDefault("value", -1)).longValue();
  }

  @SuppressWarnings("unchecked")
  private static long registeredOf(Map<String, Object> row) {
    Map<String, Object> figure = (Map<String, Object>) row.getOrDefault("registered", Map.of());
    return ((Number) figure.getOrDefault("value", 0)).longValue();
  }

  private static long sum(Answer cockpit, String list) {
    return cockpit.list(list).stream().mapToLong(CockpitIT::registeredOf).sum();
  }

  private static Map<String, Long> shares(Answer cockpit, String list) {
    return cockpit.list(list).stream()
        .collect(Collectors.toMap(row -> String.valueOf(row.get("code")), CockpitIT::registeredOf));
  }

  @SuppressWarnings("unchecked")
  private static String rate(Answer cockpit, String key) {
    Map<String, Object> rate =
        cockpit.list("rates").stream()
            .filter(one -> key.equals(one.get("key")))
            .findFirst()
            .orElseThrow();
    return ((Map<String, Object>) rate.getOrDefault("numerator", Map.of())).get("value")
        + "/"
        + ((Map<String, Object>) rate.getOrDefault("denominator", Map.of())).get("value");
  }

  /** Everything in the answer that is a number with its tickets. */
  @SuppressWarnings("unchecked")
  private static void collect(Object part, List<Map<String, Object>> figures) {
    if (part instanceof List<?> list) {
      list.forEach(each -> collect(each, figures));
    } else if (part instanceof Map<?, ?> map) {
      if (map.containsKey("value") && map.get("tickets") instanceof Map<?, ?>) {
        figures.add((Map<String, Object>) map);
      }
      map.values().forEach(each -> collect(each, figures));
    }
  }

  @SuppressWarnings("unchecked")
  private static String query(Map<String, Object> figure) {
    return ((Map<String, Object>) figure.getOrDefault("tickets", Map.of()))
        .entrySet().stream()
            .filter(each -> each.getValue() != null)
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(
                            String.valueOf(each.getValue()), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
