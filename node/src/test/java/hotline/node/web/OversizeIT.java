package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are longer than may be. Each gets its answer long before a connection is idle. */
class OversizeIT {

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.start(folder, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aClientThatSendsEverythingFirstIsToldThatItIsTooMuch() throws Exception {
    HttpResponse<String> answer = post(new byte[40 << 20]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("21 MB", "INVALID_INPUT");
    assertThat(post(new byte[10]).statusCode()).as("the next one is heard").isNotEqualTo(413);
  }

  @Test
  void whoAsksBeforeHeSendsIsToldAtOnce() throws Exception {
    assertThat(saidTo("Content-Length: 99999999999\r\nExpect: 100-continue\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .containsIgnoringCase("connection: close");
  }

  @Test
  void whoSaysTooMuchAndSendsNothingIsToldAtOnce() throws Exception {
    try (Socket socket = open("Content-Length: 99999999999\r\n")) {
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address())
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** All that is said until the connection is closed. */
  private static String saidTo(String headers) throws IOException {
    try (Socket socket = open(headers)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Socket open(String headers) throws IOException {
    Socket socket = new Socket(address().getHost(), address().getPort());
    socket.setSoTimeout(60_000);
    socket
        .getOutputStream()
        .write(
            ("POST /api/public/appeals HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static URI address() {
    return node.uri().resolve("/api/public/appeals");
  }
}
