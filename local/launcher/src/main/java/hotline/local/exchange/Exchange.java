package hotline.local.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange with one call: asks the node where it rings and reports what becomes of it. */
final class Exchange {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;

  private final HttpNode node;
  private final ExchangeKey key;
  private final String line;
  private final String caller;
  private final String call;
  private final Clock clock;
  private final HttpClient http = HttpNode.client();
  private final ObjectMapper mapper = Json.mapper();
  private int events;

  /**
   * @param line the number that is called
   * @param call the exchange's own id of the call
   */
  Exchange(HttpNode node, ExchangeKey key, String line, String caller, String call, Clock clock) {
    this.node = node;
    this.key = key;
    this.line = line;
    this.caller = caller;
    this.call = call;
    this.clock = clock;
  }

  /**
   * Where the call rings.
   *
   * @param action {@code ANSWER}, {@code FORWARD} or {@code REJECT}
   * @param prompt what the caller hears first
   */
  record Route(String action, String to, @Nullable String prompt) {

    /** At this node's own call takers, who answer 12345. */
    boolean ringsHere() {
      return action.equals("ANSWER") || (action.equals("FORWARD") && to.equals("12345"));
    }
  }

  Route route() throws ApiRefusal, IOException, InterruptedException {
    JsonNode route = post("/api/telephony/route", Map.of("line", line, "caller", caller));
    return new Route(
        route.path("action").asText(),
        route.path("to").asText(),
        route.hasNonNull("prompt") ? route.path("prompt").asText() : null);
  }

  /** The exchange's own id of the call. */
  String call() {
    return call;
  }

  /**
   * Reports one event; {@code agent} where it happens at somebody's desk. That the call has ended
   * counts once, however often and by whomever it is reported.
   */
  void report(String type, @Nullable String agent)
      throws ApiRefusal, IOException, InterruptedException {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventId", call + "-" + (type.equals("ENDED") ? "ended" : ++events));
    event.put("callId", call);
    event.put("type", type);
    event.put("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).toString());
    event.put("line", line);
    event.put("direction", "INBOUND");
    event.put("caller", caller);
    if (agent != null) {
      event.put("agent", agent);
    }
    post("/api/telephony/events", event);
  }

  private JsonNode post(String path, Map<String, ?> body)
      throws ApiRefusal, IOException, InterruptedException {
    HttpResponse<String> response = send(path, body, key.get());
    if (response.statusCode() == UNAUTHORIZED) {
      response = send(path, body, key.issued());
    }
    JsonNode answer = mapper.readTree(response.body());
    if (response.statusCode() / 100 != 2) {
      throw new ApiRefusal(
          response.statusCode(),
          answer.path("code").asText(),
          "节点 %s %s → %d：%s"
              .formatted(node.code(), path, response.statusCode(), answer.path("detail").asText()));
    }
    return answer;
  }

  private HttpResponse<String> send(String path, Map<String, ?> body, String apiKey)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(node.address().http().resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-Api-Key", apiKey)
            .POST(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build(),
        BodyHandlers.ofString());
  }
}
