package hotline.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.Samples;
import hotline.node.calendar.CalendarYear;
import hotline.node.calendar.Deadline;
import hotline.node.classification.HandlingRole;
import hotline.node.error.RefusedException;
import hotline.node.policy.Basis;
import hotline.node.policy.PolicyRef;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand.RequestReturn;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand.DecideReturn;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.timer.Alarms;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebookIT {

  private static final String PASSWORD = "Rulebook-2026";
  private static final String STRICTER =
      "name: qingyang-2\nsource: 庆政办发〔2026〕1号\neffective-from: 2026-01-01\nextends: qingyang\n"
          + "limits:\n  handling:\n    - {limit: 3 working days, rule: QY-NEW}\n";

  private final MovableClock clock = new MovableClock();
  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie = "";
  private EmbeddedNode node;

  @BeforeEach
  void start(@TempDir Path folder) {
    clock.set(Instant.parse("2026-03-02T01:30:00Z"));
    node =
        EmbeddedNode.start(
            folder,
            clock,
            Map.of("hotline.node.admin-password", PASSWORD, "hotline.node.demo-users", true));
    node.bean(Scheduler.class).pause();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  @Requirement({"TOP-33", "SLA-04", "Q-11"})
  void aTicketIsJudgedByTheVersionInForceAtItsAcceptanceAlsoAfterARestart() {
    AssignmentId old = Samples.dispatched(node);
    clock.putForward(Duration.ofMinutes(10));

    int number = activate(STRICTER, 1);
    clock.putForward(Duration.ofMinutes(10));
    AssignmentId fresh = Samples.dispatched(node);

    assertThat(number).isEqualTo(2);
    assertThat(basis(old).policy()).isEqualTo(new PolicyRef("qingyang", 1));
    assertThat(basis(fresh).policy()).isEqualTo(new PolicyRef("qingyang-2", 2));
    assertThat(assignment(node, old).terms().due().rule()).isEqualTo("SLA-04");
    assertThat(assignment(node, fresh).terms().due().at())
        .isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
    assertThat(assignment(node, dispatchedOn(old)).terms().due().rule())
        .as("also what is sent to somebody else afterwards")
        .isEqualTo("SLA-04");
    node.close();
    node = node.another();
    node.bean(Scheduler.class).pause();
    PolicyBook book = node.bean(PolicyBook.class);
    assertThat(book.at(clock.instant()).name()).isEqualTo("qingyang-2");
    assertThat(book.at(Instant.parse("2026-03-02T01:35:00Z")).name())
        .as("what was accepted before keeps the version of then")
        .isEqualTo("qingyang");
    assertThat(book.version(1).orElseThrow().limits().handling()).hasSize(3);
  }

  @Test
  @Requirement({"TIM-04", "Q-11"})
  void whatIsIssuedForALaterDayHoldsFromThatDay() {
    activate(STRICTER.replace("2026-01-01", "2026-03-04"), 1);
    AssignmentId before = Samples.dispatched(node);
    clock.set(Instant.parse("2026-03-03T15:59:00Z"));
    AssignmentId eve = Samples.dispatched(node);
    // midnight in China
    clock.set(Instant.parse("2026-03-03T16:00:01Z"));
    AssignmentId after = Samples.dispatched(node);

    assertThat(basis(before).policy()).isEqualTo(new PolicyRef("qingyang", 1));
    assertThat(basis(eve).policy()).isEqualTo(new PolicyRef("qingyang", 1));
    assertThat(basis(after).policy()).isEqualTo(new PolicyRef("qingyang-2", 2));
  }

  @Test
  @Requirement({"SLA-07", "SLA-18"})
  void anAdministratorEntersWhatTheLawSetsForAMatter() throws Exception {
    signIn("admin");
    String law =
        STRICTER.replace(
            "limits:\n",
            "limits:\n  statutory:\n    - {matters: [CJ01], limit: 60 working days, rule: 物业管理条例}\n");
    HttpResponse<String> activated =
        post("/api/policies", body(law, ",\"newest\":1,\"reason\":\"按法规执行\""));
    assertThat(activated.statusCode()).as(activated.body()).isEqualTo(200);
    signIn("huawu");

    assertThat(deadlinesOf("CJ0102")).contains("60个工作日，依据 物业管理条例（规则 qingyang-2 第2版");
    assertThat(deadlinesOf("CJ0201")).contains("3个工作日，依据 QY-NEW");
  }

  /** Of an appeal about that matter, taken in over HTTP. */
  private String deadlinesOf(String matter) throws IOException, InterruptedException {
    HttpResponse<String> ticket =
        post(
            "/api/tickets",
            "{\"channel\":\"PHONE\",\"category\":\"COMPLAINT\",\"title\":\"问题\",\"matter\":\"%s\","
                    .formatted(matter)
                + "\"content\":\"请核实处理 %s\",\"place\":\"南大街\",\"region\":\"621002\","
                    .formatted(matter)
                + "\"requester\":{\"name\":\"测试人\",\"phone\":\"0934-0000001\"},"
                + "\"decision\":{\"kind\":\"ACCEPT\"}}");
    assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(201);
    String id = ticket.body().replaceFirst(".*?\"id\":\"([0-9F-]+)\".*", "$1");
    return get("/api/tickets/" + id + "/deadlines").body();
  }

  @Test
  void anotherProcessOfTheNodeGoesByTheNewVersionWithoutARestart() {
    try (EmbeddedNode other = node.another()) {
      activate(STRICTER, 1);
      other.bean(PolicyBook.class).refresh();

      assertThat(other.bean(PolicyBook.class).at(clock.instant()).name()).isEqualTo("qingyang-2");
    }
  }

  @Test
  void aVersionThatSomebodyElseHasReplacedInTheMeantimeIsRefused() {
    activate(STRICTER, 1);

    assertThatThrownBy(() -> activate(STRICTER, 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("请重新预览");
  }

  @Test
  void aRepealedVersionNeverHoldsForNewTickets() {
    activate("name: c\nsource: s\neffective-from: 2016-05-01\nrepealed-on: 2020-11-24\n", 1);

    assertThat(node.bean(PolicyBook.class).at(clock.instant()).name()).isEqualTo("qingyang");
  }

  @Test
  @Requirement({"SLA-04"})
  void aDeadlineInAYearWithoutCalendarIsProvisionalUntilTheCalendarComes() {
    // Wednesday 30 December 2026: five working days run into a year that is not announced yet
    clock.set(Instant.parse("2026-12-30T01:30:00Z"));
    AssignmentId id = Samples.dispatched(node);
    assertThat(assignment(node, id).terms().due().provisional()).isTrue();
    assertThat(due(id).provisional()).isTrue();
    Instant before = assignment(node, id).terms().due().at();
    Alarms alarms = node.bean(Alarms.class);
    alarms.recomputeProvisional();
    assertThat(due(id).at()).isEqualTo(before);

    CalendarBook book = node.bean(CalendarBook.class);
    CalendarYear year =
        new CalendarYear(
            2027,
            List.of(
                new CalendarYear.Day(LocalDate.of(2027, 1, 1), "元旦", true),
                new CalendarYear.Day(LocalDate.of(2027, 1, 4), "元旦", true)));
    node.bean(Transactions.class).call(tx -> book.add(tx, year, "测试", "admin", true));
    book.refresh();
    alarms.recomputeProvisional();
    alarms.recomputeProvisional();

    assertThat(due(id).provisional()).isFalse();
    assertThat(due(id).at()).isEqualTo(Instant.parse("2027-01-08T10:00:00Z"));
    assertThat(assignment(node, id).terms().due().at())
        .isEqualTo(Instant.parse("2027-01-08T10:00:00Z"));
    assertThat(Objects.requireNonNull(assignment(node, id).terms().basis()).calendar())
        .isEqualTo(2);
    assertThat(before).isEqualTo(Instant.parse("2027-01-06T10:00:00Z"));
    assertThat(
            node
                .bean(Transactions.class)
                .call(tx -> node.bean(TimelineStore.class).of(tx, id.ticket()))
                .stream()
                .filter(entry -> entry.type().equals("DEADLINES_RECOMPUTED"))
                .map(entry -> String.valueOf(entry.text())))
        .hasSize(2)
        .anyMatch(text -> text.contains("由 2027-01-06 18:00 改为 2027-01-08 18:00"));
  }

  @Test
  @Requirement({"TOP-33"})
  void anAdministratorPreviewsAndActivatesOverHttp() throws Exception {
    signIn("admin");
    Samples.dispatched(node);

    HttpResponse<String> preview = post("/api/policies/preview", body(STRICTER, ""));
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(preview.body())
        .contains("\"path\":\"limits.handling[0].limit\"", "\"newest\":1", "\"openTickets\":1")
        .contains("投诉、一般", "\"rule\":\"QY-NEW\"");
    HttpResponse<String> wrong =
        post("/api/policies/preview", body(STRICTER.replace("3 working", "three working"), ""));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("第7行 limits.handling[0].limit：“three working days”");
    HttpResponse<String> activated =
        post("/api/policies", body(STRICTER, ",\"newest\":1,\"reason\":\"按新文件\""));
    assertThat(activated.statusCode()).as(activated.body()).isEqualTo(200);
    assertThat(activated.body()).contains("\"number\":2", "\"inForce\":true");
    assertThat(get("/api/policies").body()).contains("\"reason\":\"按新文件\"");
    assertThat(get("/api/policies/2").body()).contains("extends: qingyang", "deemed-sign-for");
    assertThat(get("/api/policies/bundled/baotou").body()).contains("包府办发〔2022〕18号");
  }

  @Test
  void onlyAnAdministratorChangesRules() throws Exception {
    signIn("duban");

    assertThat(post("/api/policies/preview", body(STRICTER, "")).statusCode()).isEqualTo(403);
    assertThat(post("/api/calendars", "{\"year\":2027,\"days\":[]}").statusCode()).isEqualTo(403);
  }

  @Test
  void aCalendarIsImportedAsTheHolidayCnProjectWritesIt() throws Exception {
    signIn("admin");

    HttpResponse<String> wrong =
        post(
            "/api/calendars", "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-1-1\"}]}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("days[0].date：“2027-1-1”，应为日期，如 2027-01-01");
    HttpResponse<String> done =
        post(
            "/api/calendars",
            "{\"$schema\":\"s\",\"$id\":\"i\",\"year\":2027,\"papers\":[\"https://www.gov.cn/x\"],"
                + "\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("\"version\":2");
    assertThat(get("/api/calendars").body()).contains("https://www.gov.cn/x", "\"isOffDay\":true");
  }

  @Test
  @Requirement({"SLA-04"})
  void aDeadlineExplainsItself() throws Exception {
    // Friday 13 February 2026: before the Spring Festival, with make-up workdays around it
    clock.set(Instant.parse("2026-02-13T09:30:00Z"));
    AssignmentId id = Samples.dispatched(node);
    signIn("admin");

    String ticket = get("/api/tickets/" + id.ticket() + "/deadlines").body();
    assertThat(ticket)
        .contains("5个工作日，依据 SLA-04（规则 qingyang 第1版，日历第1版）")
        .contains("2026-02-16春节放假", "2026-02-14春节调休上班");
    HttpResponse<String> assignment =
        get("/api/assignments/" + id.toString().replace("/", "~") + "/deadlines");
    assertThat(assignment.statusCode()).as(assignment.body()).isEqualTo(200);
    assertThat(assignment.body()).contains("工作时间3小时，依据 SLA-02");
    assertThat(get("/api/desk/deadlines").statusCode()).isEqualTo(200);
  }

  private int activate(String text, int newest) {
    PolicyBook book = node.bean(PolicyBook.class);
    int number =
        node.bean(Transactions.class)
            .call(tx -> book.activate(tx, text, newest, "admin", "按新文件执行"));
    book.refresh();
    return number;
  }

  /** To another unit, once the first has given the work back. */
  private AssignmentId dispatchedOn(AssignmentId id) {
    return node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(id, new RequestReturn("不归我局", "三定方案", "住建局"));
              unit.settled(id);
              unit.decide(id.ticket(), new DecideReturn(id, true, "同意"));
              unit.decide(
                  id.ticket(),
                  new PlaceOrders(
                      List.of(
                          new OrderDraft(
                              new UnitRef(UnitCode.of("ZJJ"), "市住建局"), HandlingRole.LEAD, null))));
              unit.settled(id.ticket());
              return AssignmentId.of(id.ticket(), 2);
            });
  }

  private Basis basis(AssignmentId id) {
    return Objects.requireNonNull(ticket(node, id).clock().basis());
  }

  private Deadline due(AssignmentId id) {
    return Objects.requireNonNull(ticket(node, id).clock().due());
  }

  private static Assignment assignment(EmbeddedNode node, AssignmentId id) {
    return node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id));
  }

  private static Ticket ticket(EmbeddedNode node, AssignmentId id) {
    return node.bean(TicketWork.class).carryOut(unit -> unit.ticket(id.ticket()));
  }

  private static String body(String text, String more) {
    return "{\"text\":\"" + text.replace("\n", "\\n").replace("\"", "\\\"") + "\"" + more + "}";
  }

  private void signIn(String user) throws IOException, InterruptedException {
    HttpResponse<String> response =
        post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, PASSWORD));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    cookie = response.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.uri() + path)).header("X-Requested-With", "test");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }
}
