package hotline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.local.demo.client.HttpNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Another system that calls a node with a key of its own: a telephone exchange, a platform. */
final class OtherSystem {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpNode.client();

  private final URI node;
  private final String key;

  /** Let in by the node's administrator. */
  static OtherSystem letIn(Desk desk, String kind, List<String> scope) throws Exception {
    String key =
        desk.client()
            .post("admin", "/api/api-clients", Map.of("kind", kind, "name", "测试系统", "scope", scope))
            .path("key")
            .asText();
    return new OtherSystem(desk.client().http().address().http(), key);
  }

  private OtherSystem(URI node, String key) {
    this.node = node;
    this.key = key;
  }

  /** Posts; anything but a success is an error of the test. */
  JsonNode post(String path, Map<String, ?> body) throws Exception {
    HttpResponse<byte[]> response =
        HTTP.send(
            HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", key)
                .POST(BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)))
                .build(),
            BodyHandlers.ofByteArray());
    JsonNode answer = MAPPER.readTree(response.body());
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(path + " was answered with " + response.statusCode() + " " + answer);
    }
    return answer;
  }
}
