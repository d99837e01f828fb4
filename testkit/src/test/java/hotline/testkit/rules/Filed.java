package hotline.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.testkit.Desk;
import java.time.Instant;
import java.util.Map;

/** An accepted ticket, and what is done to it or said of it. */
final class Filed {
  private final Desk desk;
  private final String id;
  private final AdjustableClock clock;

  Filed(Desk desk, String id, AdjustableClock clock) {
    this.desk = desk;
    this.id = id;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  JsonNode seen() throws Exception {
    return desk.ticket(id);
  }

  Work dispatchedTo(String unit) throws Exception {
    return new Work(desk, desk.toUnit(id, unit), clock);
  }

  Filed approvesReturn(Work work) throws Exception {
    return decided("paidan", "decide-return", work, "approve");
  }

  Filed grantsExtension(Work work) throws Exception {
    return decided("paidan", "decide-extension", work, "approve");
  }

  Filed acceptsReply(Work work) throws Exception {
    return decided("shenhe", "review", work, "accept");
  }

  Filed hears(String satisfaction) throws Exception {
    desk.followUp(id, satisfaction);
    return this;
  }

  Filed does(String user, String action, Map<String, ?> body) throws Exception {
    desk.client().onTicket(user, id, action, body);
    return this;
  }

  Filed isIn(String state) throws Exception {
    assertThat(seen().path("state").asText()).isEqualTo(state);
    return this;
  }

  /** Waits for a timer to bring it there. */
  JsonNode comesTo(String state) {
    return desk.awaitTicket(id, ticket -> ticket.path("state").asText().equals(state));
  }

  /** The citizen's own clock. */
  Filed isOwedBy(Instant moment, String rule) throws Exception {
    Due.of(seen().path("due"), clock).is(moment, rule);
    return this;
  }

  private Filed decided(String user, String action, Work work, String verdict) throws Exception {
    return does(user, action, Map.of("assignmentId", work.id(), verdict, true, "opinion", "情况属实"));
  }
}
