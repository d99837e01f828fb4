package hotline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user's calls to a node's HTTP interface. */
final class NodeCalls {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9A-Z-]+)\"");

  private final String base;
  private final String cookie;

  private NodeCalls(String base, String cookie) {
    this.base = base;
    this.cookie = cookie;
  }

  /** Waits until the node says that it is well. */
  static void awaitHealth(Process node, int port, Duration timeout, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < deadline && !node.waitFor(200, TimeUnit.MILLISECONDS)) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
        if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
    }
    List<String> lines = Files.readAllLines(log);
    throw new IOException(
        "the node did not come up; the end of its log:\n"
            + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
  }

  static NodeCalls signIn(int port, String user, String password)
      throws IOException, InterruptedException {
    String base = "http://127.0.0.1:" + port;
    HttpResponse<String> response =
        post(
            base + "/api/session",
            "",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
    String cookie =
        response
            .headers()
            .firstValue("set-cookie")
            .orElseThrow(() -> new IOException("sign-in of " + user + ": " + response.body()));
    return new NodeCalls(base, cookie.substring(0, cookie.indexOf(';')));
  }

  /** Takes an appeal in and accepts it; returns the ticket's id. */
  String register(int number) throws IOException, InterruptedException {
    String content = "第%d盏路灯连续三晚不亮，行人通行不便，请尽快安排检修。".formatted(number);
    String body = appeal(content, "南大街" + number + "号", number);
    Matcher id = ID.matcher(checked(post(base + "/api/tickets", cookie, body)));
    if (!id.find()) {
      throw new IOException("an answer without an id");
    }
    return id.group(1);
  }

  /** What the call taker is shown about an appeal while it is noted down. */
  String check(String content) throws IOException, InterruptedException {
    return checked(post(base + "/api/intake/check", cookie, appeal(content, "九龙路", 7)));
  }

  private static String appeal(String content, String place, int number) {
    return """
        {"channel":"PHONE","category":"COMPLAINT","title":"市民反映","content":"%s","region":"621002",\
        "place":"%s","occurredAt":"2026-11-20T19:00:00+08:00",\
        "requester":{"name":"测试","phone":"199%08d"},"decision":{"kind":"ACCEPT"}}"""
        .formatted(content, place, number);
  }

  /** Dispatches a ticket to a unit. */
  void dispatch(String ticket) throws IOException, InterruptedException {
    checked(
        post(
            base + "/api/tickets/" + ticket + "/dispatch",
            cookie,
            "{\"orders\":[{\"assignee\":{\"kind\":\"UNIT\",\"code\":\"CGJ\"},\"role\":\"LEAD\"}]}"));
  }

  /** Asks for something to be done. */
  void post(String path) throws IOException, InterruptedException {
    checked(post(base + path, cookie, "{}"));
  }

  /** What the node says to a question. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Cookie", cookie)
            .build();
    return checked(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private static String checked(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 300) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private static HttpResponse<String> post(String address, String cookie, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
