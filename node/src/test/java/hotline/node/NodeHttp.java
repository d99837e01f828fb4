package hotline.node;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A node's HTTP interface, as its users and citizens see it. */
public final class NodeHttp {

  public static final String PASSWORD = "test-password-1";

  private final URI base;
  private final ObjectMapper mapper;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> sessions = new HashMap<>();

  NodeHttp(URI base, ObjectMapper mapper) {
    this.base = base;
    this.mapper = mapper;
  }

  /** What came back; the body is empty when there was none, lists are under {@code list}. */
  public record Answer(int status, Map<String, Object> body) {

    public String text(String key) {
      return String.valueOf(body.get(key));
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String key) {
      return (List<Map<String, Object>>) body.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String key) {
      return (Map<String, Object>) body.getOrDefault(key, Map.of());
    }
  }

  /** Signs in, or signs in again; later calls of this user carry the session. */
  public Answer signIn(String user, String password) {
    HttpResponse<String> response =
        send(null, "POST", "/api/session", Map.of("username", user, "password", password));
    response
        .headers()
        .firstValue("set-cookie")
        .ifPresent(cookie -> sessions.put(user, cookie.split(";", 2)[0]));
    return answer(response);
  }

  public Answer get(String user, String path) {
    return answer(send(session(user), "GET", path, null));
  }

  public Answer post(String user, String path, Map<String, ?> body) {
    return answer(send(session(user), "POST", path, body));
  }

  public Answer put(String user, String path, Map<String, ?> body) {
    return answer(send(session(user), "PUT", path, body));
  }

  /**
   * A file, whole.
   *
   * @throws IOException when it is refused or breaks off
   */
  public byte[] bytes(String user, String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(base.resolve(path)).header("Cookie", session(user)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " for " + path);
    }
    return response.body();
  }

  /** A file that has begun to arrive; closing it is going away. */
  public CompletableFuture<InputStream> stream(String user, String path) {
    return http.sendAsync(
            HttpRequest.newBuilder(base.resolve(path)).header("Cookie", session(user)).build(),
            HttpResponse.BodyHandlers.ofInputStream())
        .thenApply(HttpResponse::body);
  }

  /** As another system, with the key of its API client. */
  public Answer withKey(String key, String method, String path, @Nullable Map<String, ?> body) {
    return answer(send(null, Map.of("X-Api-Key", key), method, path, body));
  }

  /** Sent under a key, so that it is carried out once however often it is sent. */
  public Answer postOnce(String user, String submissionKey, String path, Map<String, ?> body) {
    return answer(
        send(session(user), Map.of("Idempotency-Key", submissionKey), "POST", path, body));
  }

  /** As somebody who is not signed in. */
  public Answer publicly(String method, String path, @Nullable Map<String, ?> body) {
    return answer(send(null, method, path, body));
  }

  private String session(String user) {
    if (!sessions.containsKey(user)) {
      signIn(user, PASSWORD);
    }
    return sessions.getOrDefault(user, "");
  }

  private HttpResponse<String> send(
      @Nullable String cookie, String method, String path, @Nullable Map<String, ?> body) {
    return send(cookie, Map.of(), method, path, body);
  }

  private HttpResponse<String> send(
      @Nullable String cookie,
      Map<String, String> headers,
      String method,
      String path,
      @Nullable Map<String, ?> body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
      headers.forEach(request::header);
      if (cookie != null) {
        request.header("Cookie", cookie);
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer answer(HttpResponse<String> response) {
    String text = response.body().strip();
    if (text.isEmpty() || !(text.startsWith("{") || text.startsWith("["))) {
      return new Answer(response.statusCode(), Map.of());
    }
    String object = text.startsWith("[") ? "{\"list\":" + text + "}" : text;
    try {
      return new Answer(
          response.statusCode(),
          mapper.readValue(object, Argument.mapOf(String.class, Object.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
