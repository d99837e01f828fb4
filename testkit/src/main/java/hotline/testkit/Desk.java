package hotline.testkit;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The work of a node's people in the words of the trade, each step done by the one whose it is. */
public final class Desk {

  private static final Duration ARRIVAL = Duration.ofSeconds(60);

  private final NodeClient client;

  private Desk(NodeClient client) {
    this.client = client;
  }

  public static Desk at(TestNode node) {
    return new Desk(node.client());
  }

  public NodeClient client() {
    return client;
  }

  /** Takes an appeal in and accepts it; returns the ticket's id. */
  public String accept(Map<String, ?> appeal) throws ApiRefusal, IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>(appeal);
    body.put("decision", Map.of("kind", "ACCEPT"));
    return register(body).path("id").asText();
  }

  /** Takes an appeal in, with whatever decision it holds. */
  public JsonNode register(Map<String, ?> appeal)
      throws ApiRefusal, IOException, InterruptedException {
    return client.post("huawu", "/api/tickets", appeal);
  }

  public JsonNode ticket(String id) throws ApiRefusal, IOException, InterruptedException {
    return client.ticket(id);
  }

  /** Dispatches a ticket to a unit of the node; returns the assignment's id. */
  public String toUnit(String ticket, String unit)
      throws ApiRefusal, IOException, InterruptedException {
    return lastOrder(client.onTicket("paidan", ticket, "dispatch", lead("UNIT", unit)));
  }

  /** Dispatches a ticket to a node below; returns the assignment's id. */
  public String toNode(String ticket, String node)
      throws ApiRefusal, IOException, InterruptedException {
    return lastOrder(client.onTicket("paidan", ticket, "dispatch", lead("NODE", node)));
  }

  /** Sends a received assignment on to a unit; returns the new assignment's id. */
  public String onToUnit(String assignment, String unit)
      throws ApiRefusal, IOException, InterruptedException {
    return lastOrder(client.onAssignment("paidan", assignment, "dispatch", lead("UNIT", unit)));
  }

  /** Sends a received assignment on to a node below; returns the new assignment's id. */
  public String onToNode(String assignment, String node)
      throws ApiRefusal, IOException, InterruptedException {
    return lastOrder(client.onAssignment("paidan", assignment, "dispatch", lead("NODE", node)));
  }

  /** What the request to dispatch to one lead assignee says. */
  public static Map<String, Object> lead(String kind, String code) {
    return Map.of("orders", List.of(order(kind, code, "LEAD")));
  }

  /** One order of a dispatch. */
  public static Map<String, Object> order(String kind, String code, String role) {
    return Map.of("assignee", Map.of("kind", kind, "code", code), "role", role);
  }

  /**
   * The unit's handler, or the node's dispatcher for what the node itself received, signs for it.
   */
  public void signFor(String assignment) throws ApiRefusal, IOException, InterruptedException {
    client.onAssignment(
        handler(assignment), assignment, "sign-for", Map.of("contactNote", "已电话联系诉求人，告知办理时限"));
  }

  /** Whoever carries it out replies. */
  public void reply(String assignment, String content)
      throws ApiRefusal, IOException, InterruptedException {
    client.onAssignment(
        handler(assignment),
        assignment,
        "reply",
        Map.of("content", content, "resolved", true, "contactedRequester", true));
  }

  /** The reviewer accepts the reply to an order of a ticket, or sends it back. */
  public JsonNode review(String ticket, String assignment, boolean accept)
      throws ApiRefusal, IOException, InterruptedException {
    return client.onTicket("shenhe", ticket, "review", review(assignment, accept));
  }

  /** The same for an order that was placed from a received assignment. */
  public void reviewBelow(String received, String assignment, boolean accept)
      throws ApiRefusal, IOException, InterruptedException {
    client.onAssignment("shenhe", received, "review", review(assignment, accept));
  }

  /** Asks the citizen. */
  public JsonNode followUp(String ticket, String satisfaction)
      throws ApiRefusal, IOException, InterruptedException {
    return client.onTicket(
        "huifang",
        ticket,
        "follow-up",
        Map.of(
            "channel",
            "CALL",
            "satisfaction",
            satisfaction,
            "solved",
            !satisfaction.endsWith("DISSATISFIED"),
            "comment",
            "已回访"));
  }

  public JsonNode archive(String ticket) throws ApiRefusal, IOException, InterruptedException {
    return client.onTicket("huifang", ticket, "archive", Map.of());
  }

  /** Waits until the ticket is here and looks as wanted. */
  public JsonNode awaitTicket(String id, Predicate<JsonNode> wanted) {
    return awaited("ticket " + id, "/api/tickets/" + id, wanted);
  }

  /** Waits until the assignment is here and looks as wanted. */
  public JsonNode awaitAssignment(String id, Predicate<JsonNode> wanted) {
    return awaited("assignment " + id, "/api/assignments/" + id.replace('/', '~'), wanted);
  }

  /** Waits until the assignment is here and in that state. */
  public JsonNode awaitAssignment(String id, String state) {
    return awaitAssignment(id, seen -> seen.path("state").asText().equals(state));
  }

  /** Waits until the ticket's order is in that state. */
  public JsonNode awaitOrder(String ticket, String assignment, String state) {
    return awaitTicket(
        ticket, seen -> order(seen, assignment).path("state").asText().equals(state));
  }

  /** The order among those of a ticket or an assignment. */
  public static JsonNode order(JsonNode holder, String assignment) {
    for (JsonNode order : holder.path("orders")) {
      if (order.path("assignmentId").asText().equals(assignment)) {
        return order;
      }
    }
    throw new AssertionError("no order " + assignment + " in " + holder.path("orders"));
  }

  /** The titles of what happened to a ticket, in the order of time. */
  public List<JsonNode> timeline(String ticket)
      throws ApiRefusal, IOException, InterruptedException {
    List<JsonNode> entries = new ArrayList<>();
    client.get("paidan", "/api/tickets/" + ticket + "/timeline").forEach(entries::add);
    return entries;
  }

  private JsonNode awaited(String what, String path, Predicate<JsonNode> wanted) {
    AtomicReference<Object> seen = new AtomicReference<>("nothing");
    try {
      return await(what)
          .atMost(ARRIVAL)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                try {
                  JsonNode found = client.get("paidan", path);
                  seen.set(found);
                  return found;
                } catch (ApiRefusal e) {
                  if (!e.notFound()) {
                    throw e;
                  }
                  return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
                }
              },
              found -> !found.isMissingNode() && wanted.test(found));
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw new AssertionError(what + " stays " + seen.get(), e);
    }
  }

  private String handler(String assignment) throws ApiRefusal, IOException, InterruptedException {
    JsonNode unit = client.assignment(assignment).path("unit").path("code");
    return unit.isTextual() ? "unit-" + unit.asText() : "paidan";
  }

  private static Map<String, Object> review(String assignment, boolean accept) {
    return Map.of(
        "assignmentId", assignment, "accept", accept, "opinion", accept ? "同意" : "请补充办理经过和结果");
  }

  private static String lastOrder(JsonNode holder) {
    JsonNode orders = holder.path("orders");
    return orders.path(orders.size() - 1).path("assignmentId").asText();
  }
}
