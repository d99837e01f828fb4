package hotline.local.demo.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One node, spoken to as any of its users. Users sign in at their first request and again when
 * their session has ended. Safe for use by many threads.
 *
 * <p>Nothing is repeated that changes something: a caller that gets an {@link IOException} reads
 * the state and decides again.
 */
public final class HttpNode {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int UNAUTHORIZED = 401;
  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

  private final NodeAddress address;
  private final HttpClient http;
  private final ObjectMapper mapper;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();

  public HttpNode(NodeAddress address, HttpClient http, ObjectMapper mapper) {
    this.address = address;
    this.http = http;
    this.mapper = mapper;
  }

  /** A client that keeps connections open, for all nodes of a run. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  public NodeAddress address() {
    return address;
  }

  public String code() {
    return address.code();
  }

  /** How many requests were sent so far. */
  public long requests() {
    return requests.sum();
  }

  public <T> T get(String user, String path, Class<T> type)
      throws ApiRefusal, IOException, InterruptedException {
    return get(user, path, mapper.constructType(type));
  }

  public <T> T get(String user, String path, TypeReference<T> type)
      throws ApiRefusal, IOException, InterruptedException {
    return get(user, path, mapper.constructType(type));
  }

  /** Posts a body; the answer is read as {@code type}. */
  public <T> Answer<T> post(String user, String path, Object body, Class<T> type)
      throws ApiRefusal, IOException, InterruptedException {
    HttpResponse<byte[]> response = send(user, path, mapper.writeValueAsBytes(body));
    return new Answer<>(response.statusCode(), read(response, mapper.constructType(type)));
  }

  /** What a node answered to a post. */
  public record Answer<T>(int status, T body) {
    /** Whether the post made something new. */
    public boolean created() {
      return status == 201;
    }
  }

  private <T> T get(String user, String path, JavaType type)
      throws ApiRefusal, IOException, InterruptedException {
    return read(send(user, path, null), type);
  }

  private HttpResponse<byte[]> send(String user, String path, byte @Nullable [] body)
      throws ApiRefusal, IOException, InterruptedException {
    HttpResponse<byte[]> response = request(path, body, cookie(user));
    if (response.statusCode() == UNAUTHORIZED) {
      cookies.remove(user);
      response = request(path, body, cookie(user));
    }
    if (response.statusCode() / 100 != 2) {
      throw refusal(path, response);
    }
    return response;
  }

  private HttpResponse<byte[]> request(String path, byte @Nullable [] body, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.http().resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Cookie", cookie);
    if (body != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }
    requests.increment();
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private String cookie(String user) throws ApiRefusal, IOException, InterruptedException {
    String known = cookies.get(user);
    if (known != null) {
      return known;
    }
    String path = "/api/session";
    byte[] credentials =
        mapper.writeValueAsBytes(Map.of("username", user, "password", address.password()));
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(address.http().resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(credentials))
                .build(),
            BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw refusal(path + "（用户 " + user + "）", response);
    }
    String cookie =
        response
            .headers()
            .firstValue("Set-Cookie")
            .map(header -> header.split(";", 2)[0])
            .orElseThrow(() -> new IOException(address.code() + " 登录后没有返回会话"));
    cookies.put(user, cookie);
    return cookie;
  }

  private <T> T read(HttpResponse<byte[]> response, JavaType type) {
    try {
      byte[] body = response.body();
      return mapper.readValue(body.length == 0 ? NOTHING : body, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(
          "节点 %s 对 %s 的应答不是约定的格式".formatted(address.code(), response.uri().getPath()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApiRefusal refusal(String path, HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    String code = "";
    try {
      JsonNode problem = mapper.readTree(text);
      code = problem.path("code").asText("");
      text = problem.path("detail").asText(problem.path("title").asText(text));
      for (JsonNode violation : problem.path("violations")) {
        text +=
            "(" + violation.path("field").asText() + ":" + violation.path("message").asText() + ")";
      }
    } catch (JsonProcessingException e) {
      // not a problem document: its text is all there is to show
      code = "HTTP_" + response.statusCode();
    }
    return new ApiRefusal(
        response.statusCode(),
        code,
        "节点 %s %s → %d %s：%s".formatted(address.code(), path, response.statusCode(), code, text));
  }
}
