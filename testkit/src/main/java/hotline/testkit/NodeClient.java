package hotline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import java.io.IOException;
import java.util.Map;

/**
 * A node's HTTP interface as its people use it; each call names the demo user who makes it. A
 * refusal is an {@link ApiRefusal} with the status and the error code.
 */
public final class NodeClient {

  private final HttpNode http;

  NodeClient(HttpNode http) {
    this.http = http;
  }

  /** For whoever plays a whole scenario. */
  public HttpNode http() {
    return http;
  }

  public JsonNode get(String user, String path)
      throws ApiRefusal, IOException, InterruptedException {
    return http.get(user, path, JsonNode.class);
  }

  public JsonNode post(String user, String path, Object body)
      throws ApiRefusal, IOException, InterruptedException {
    return http.post(user, path, body, JsonNode.class).body();
  }

  /** Posts where the answer has no body. */
  public void send(String user, String path, Object body)
      throws ApiRefusal, IOException, InterruptedException {
    http.post(user, path, body, Void.class);
  }

  /** The ticket as the dispatcher sees it. */
  public JsonNode ticket(String id) throws ApiRefusal, IOException, InterruptedException {
    return get("paidan", "/api/tickets/" + id);
  }

  /** The assignment as the dispatcher sees it. */
  public JsonNode assignment(String id) throws ApiRefusal, IOException, InterruptedException {
    return get("paidan", "/api/assignments/" + inPath(id));
  }

  /** Acts on a ticket; returns it as it is afterwards. */
  public JsonNode onTicket(String user, String id, String action, Map<String, ?> body)
      throws ApiRefusal, IOException, InterruptedException {
    return post(user, "/api/tickets/" + id + "/" + action, body);
  }

  /** Acts on an assignment; returns it as it is afterwards. */
  public JsonNode onAssignment(String user, String id, String action, Map<String, ?> body)
      throws ApiRefusal, IOException, InterruptedException {
    return post(user, "/api/assignments/" + inPath(id) + "/" + action, body);
  }

  private static String inPath(String id) {
    return id.replace('/', '~');
  }
}
