package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.requirements.Requirement;
import hotline.v1.EntityType;
import hotline.v1.Record;
import hotline.v1.RecordKind;
import hotline.v1.Ticket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A department of the city's level gets what concerns it, and nothing else. */
@ExtendWith(QingyangNetwork.class)
@Requirement({"XTR-05", "Q-14"})
final class DepartmentStreamIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String DEPARTMENT = "SWJ";
  private static final String GOVERNANCE = "ZLZX";
  private static final String OTHER = "ZJJ";
  private static final String PATH = "/api/department-streams";

  private final Network network;
  private final Desk city;
  private final Appeals appeals = new Appeals();

  DepartmentStreamIT(Network network) {
    this.network = network;
    this.city = Desk.at(network.node("621000"));
  }

  @Test
  void aSubscribedDepartmentGetsTheRecordsThatConcernItSignedAndChained() throws Exception {
    subscribe(DEPARTMENT);
    String before = city.accept(appeals.about("621002"));
    city.toUnit(before, OTHER);
    String ticket = city.accept(appeals.about("621002"));
    String assignment = city.toUnit(ticket, DEPARTMENT);
    city.signFor(assignment);
    city.reply(assignment, "已修复供水管道。");
    city.review(ticket, assignment, true);
    city.followUp(ticket, "SATISFIED");
    JsonNode stream = awaitSent(DEPARTMENT);

    try (DepartmentSystem department = department(stream)) {
      List<Record> records = department.readUpTo(stream.path("produced").asLong());
      assertThat(department.headHash()).isEqualTo(stream.path("headHash").asText());
      assertThat(records).extracting(Record::getTicketId).containsOnly(ticket);
      assertThat(records)
          .allSatisfy(record -> assertThat(ticketIn(record).getAppeal().getTitle()).isNotBlank());
      assertThat(records)
          .extracting(Record::getKind)
          .contains(RecordKind.RECORD_KIND_TICKET, RecordKind.RECORD_KIND_FOLLOW_UP);
      assertThat(department.personalParts()).isZero();
      assertThat(department.hiddenPersonalParts()).isPositive();
    }

    end();
    long produced = stream(DEPARTMENT).path("produced").asLong();
    String later = city.accept(appeals.about("621002"));
    city.toUnit(later, DEPARTMENT);
    assertThat(stream(DEPARTMENT).path("produced").asLong()).isEqualTo(produced);
  }

  /** 市域治理: data of its domain, whoever handles it, and a part in the work. */
  @Test
  @Requirement("XTR-11")
  void theCitysGovernanceCentreSharesInWhatIsOfItsDomainAndInTheWork() throws Exception {
    subscribe(GOVERNANCE);
    String labour = city.accept(about("RS0101"));
    city.toUnit(labour, OTHER);
    String street = city.accept(about("CJ0204"));
    JsonNode placed =
        city.client()
            .onTicket(
                "paidan",
                street,
                "dispatch",
                Map.of(
                    "orders",
                    List.of(
                        Desk.order("UNIT", "CGJ", "LEAD"), Desk.order("UNIT", GOVERNANCE, "CO"))));
    String lead = placed.path("orders").path(0).path("assignmentId").asText();
    String helper = placed.path("orders").path(1).path("assignmentId").asText();
    city.signFor(helper);
    city.reply(helper, "网格员已到场劝离，将纳入日常巡查。");
    city.signFor(lead);
    city.reply(lead, "已会同市域治理中心清理占道摊点。");
    JsonNode stream = awaitSent(GOVERNANCE);

    try (DepartmentSystem centre = department(stream)) {
      assertThat(centre.readUpTo(stream.path("produced").asLong()))
          .extracting(Record::getTicketId)
          .contains(street)
          .doesNotContain(labour);
      assertThat(centre.personalParts()).isZero();
    }
    city.client().post("admin", PATH + "/" + GOVERNANCE + "/end", Map.of("reason", "试验结束"));
  }

  private Map<String, Object> about(String matter) {
    Map<String, Object> appeal = new HashMap<>(appeals.about("621002"));
    appeal.put("matter", matter);
    return appeal;
  }

  @Test
  void onlyAnAdministratorSubscribesAndOnlyADepartmentThatThereIs() {
    assertRefused(
        403, () -> city.client().post("paidan", PATH, Map.of("unit", OTHER, "reason", "试验")));
    assertRefused(
        404, () -> city.client().post("admin", PATH, Map.of("unit", "NONE", "reason", "试验")));
    assertRefused(
        404, () -> city.client().post("admin", PATH + "/ZJJ/end", Map.of("reason", "试验")));
  }

  private void subscribe(String department) throws Exception {
    city.client().post("admin", PATH, Map.of("unit", department, "reason", "市政府办〔2026〕1号"));
  }

  private void end() throws Exception {
    city.client().post("admin", PATH + "/" + DEPARTMENT + "/end", Map.of("reason", "试验结束"));
  }

  private JsonNode stream(String department) throws Exception {
    for (JsonNode stream : city.client().get("admin", PATH)) {
      if (stream.path("unit").path("code").asText().equals(department)) {
        return stream;
      }
    }
    throw new AssertionError("no stream of " + department);
  }

  private JsonNode awaitSent(String department) throws Exception {
    await("all records are at the broker")
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode stream = stream(department);
              long produced = stream.path("produced").asLong();
              return produced >= 6 && stream.path("confirmed").asLong() == produced;
            });
    return stream(department);
  }

  private DepartmentSystem department(JsonNode stream) throws Exception {
    return new DepartmentSystem(
        network.pulsar().serviceUrl(),
        stream.path("topic").asText(),
        stream.path("subscription").asText(),
        city.client().get("admin", PATH + "/certificates").get(0).asText());
  }

  private static Ticket ticketIn(Record record) throws Exception {
    for (var entity : record.getEntitiesList()) {
      if (entity.getType() == EntityType.ENTITY_TYPE_TICKET) {
        return Ticket.parseFrom(entity.getImage());
      }
    }
    throw new AssertionError("a record without its ticket: " + record.getKind());
  }

  private static void assertRefused(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(ApiRefusal.class))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
