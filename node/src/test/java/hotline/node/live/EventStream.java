package hotline.node.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A console that listens: the lines of the event stream as they come. */
final class EventStream implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private volatile boolean ended;

  private EventStream(URI node, String user, String password, @Nullable String lastEventId) {
    String credentials = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    String cookie =
        send(
                HttpRequest.newBuilder(node.resolve("/api/session"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(credentials))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .headers()
            .firstValue("set-cookie")
            .orElseThrow()
            .split(";", 2)[0];
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve("/api/live"))
            .header("Cookie", cookie)
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<Stream<String>> response =
        send(request.build(), HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("no stream: " + response.statusCode());
    }
    reader =
        new Thread(
            () -> {
              try (Stream<String> body = response.body()) {
                body.forEach(lines::add);
              } catch (RuntimeException e) {
                // cut off
              } finally {
                ended = true;
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  static EventStream open(URI node, String user, String password) {
    return new EventStream(node, user, password, null);
  }

  static EventStream resume(URI node, String user, String password, String lastEventId) {
    return new EventStream(node, user, password, lastEventId);
  }

  /** What follows {@code event:} and {@code data:} so far. */
  String text() {
    return String.join("\n", lines);
  }

  boolean heard(String event) {
    return lines.contains("event: " + event) || lines.contains("event:" + event);
  }

  boolean mentions(String text) {
    return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(text));
  }

  String lastId() {
    return lines.stream()
        .filter(line -> line.startsWith("id:"))
        .reduce((a, b) -> b)
        .orElseThrow()
        .substring(3)
        .strip();
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    reader.interrupt();
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
