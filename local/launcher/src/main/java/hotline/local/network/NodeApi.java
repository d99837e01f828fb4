package hotline.local.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The few calls that the launcher makes to a node, as its administrator. */
final class NodeApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(HEALTH_TIMEOUT)
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI base;
  private final String password;

  NodeApi(URI base, String password) {
    this.base = base;
    this.password = password;
  }

  /** Whether the node says that it is up; false when nobody answers. */
  boolean isUp() {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/health")).timeout(HEALTH_TIMEOUT).build();
    try {
      HttpResponse<String> answer = send(request);
      return answer.statusCode() == 200
          && json.readTree(answer.body()).path("status").asText().equals("UP");
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks this node to expect a child; returns the token that the child must show once. */
  String enrol(LocalNode child) {
    JsonNode answer =
        post(
            "/api/enrolments",
            body ->
                body.put("code", child.code())
                    .put("name", child.name())
                    .put("tier", child.tier().name()));
    return answer.path("token").asText();
  }

  /** What the node says about itself, its neighbours and the streams that it receives. */
  JsonNode network() {
    return read(request("/api/network").header("Cookie", signIn()).build());
  }

  /** How the node's search index stands. */
  SearchState search() {
    return state(read(request("/api/search").header("Cookie", signIn()).build()));
  }

  /** Has the node build its search index anew. */
  SearchState rebuildSearch() {
    return state(post("/api/search/rebuild", body -> {}));
  }

  private static SearchState state(JsonNode status) {
    return new SearchState(
        status.path("rebuilding").asBoolean(),
        status.path("percent").asInt(),
        status.path("tickets").asLong());
  }

  private JsonNode post(String path, Consumer<ObjectNode> fill) {
    return read(
        request(path)
            .header("Cookie", signIn())
            .header("Content-Type", "application/json")
            .POST(body(fill))
            .build());
  }

  private String signIn() {
    HttpRequest request =
        request("/api/session")
            .header("Content-Type", "application/json")
            .POST(body(body -> body.put("username", "admin").put("password", password)))
            .build();
    HttpResponse<String> answer = sendChecked(request);
    Optional<String> cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .map(header -> header.split(";", 2)[0])
            .findFirst();
    return cookie.orElseThrow(() -> new NetworkException(base + " 登录后没有返回会话"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json");
  }

  private HttpRequest.BodyPublisher body(Consumer<ObjectNode> fill) {
    ObjectNode body = json.createObjectNode();
    fill.accept(body);
    return HttpRequest.BodyPublishers.ofString(body.toString());
  }

  private JsonNode read(HttpRequest request) {
    try {
      return json.readTree(sendChecked(request).body());
    } catch (IOException e) {
      throw new NetworkException("%s 的回答无法解析".formatted(request.uri()), e);
    }
  }

  private HttpResponse<String> sendChecked(HttpRequest request) {
    try {
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() / 100 != 2) {
        throw new NetworkException(
            "%s %s 返回 %d：%s"
                .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
      }
      return answer;
    } catch (IOException e) {
      throw new NetworkException("%s 无法访问：%s".formatted(request.uri(), e.getMessage()), e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkException("已中断", e);
    }
  }
}
