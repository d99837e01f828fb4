package hotline.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulated exchange says to a node. */
class ExchangeTest {

  private final List<String> said = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itAsksWhereACallRingsAndReportsItWithTheKeyThatTheNodeGave(@TempDir Path folder)
      throws Exception {
    Path kept = folder.resolve("telephony-621000.key");
    Files.writeString(kept, "of another time");
    Exchange exchange = exchange(folder);

    assertThat(exchange.route().ringsHere()).isTrue();
    exchange.report("RINGING", "huawu");

    assertThat(Files.readString(kept)).isEqualTo("k1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(said.get(said.size() - 1))
        .contains("\"type\":\"RINGING\"", "\"agent\":\"huawu\"", "\"caller\":\"13800001111\"");
  }

  @Test
  void aCallThatIsTurnedAwayDoesNotRingHere() {
    assertThat(new Exchange.Route("REJECT", "12345", "请稍后再拨").ringsHere()).isFalse();
    assertThat(new Exchange.Route("FORWARD", "12345", null).ringsHere()).isTrue();
    assertThat(new Exchange.Route("FORWARD", "12333", null).ringsHere()).isFalse();
  }

  /** So that a hanging-up that could not be reported can be reported later, and once more. */
  @Test
  void theEndOfACallIsOneEventWhoeverReportsIt(@TempDir Path folder) throws Exception {
    Exchange first = exchange(folder);
    first.report("STARTED", null);
    first.report("ENDED", null);
    exchange(folder).report("ENDED", null);

    assertThat(said).filteredOn(event -> event.contains("\"eventId\":\"c1-1\"")).hasSize(1);
    assertThat(said).filteredOn(event -> event.contains("\"eventId\":\"c1-ended\"")).hasSize(2);
  }

  private Exchange exchange(Path folder) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    HttpNode node =
        new HttpNode(
            new NodeAddress("621000", "庆阳市", "city", null, uri, "secret"),
            HttpNode.client(),
            Json.mapper());
    return new Exchange(
        node, new ExchangeKey(folder, node), "12345", "13800001111", "c1", Clock.systemUTC());
  }

  private void answer(HttpExchange request) throws IOException {
    String path = request.getRequestURI().getPath();
    String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean known = "k1".equals(request.getRequestHeaders().getFirst("X-Api-Key"));
    if (path.startsWith("/api/telephony") && !known) {
      reply(request, 401, "{\"detail\":\"密钥不对\"}");
    } else if (path.equals("/api/session")) {
      request.getResponseHeaders().add("Set-Cookie", "s=1; Path=/");
      reply(request, 200, "{}");
    } else if (path.equals("/api/api-clients")) {
      reply(request, 201, "{\"key\":\"k1\"}");
    } else {
      said.add(body);
      reply(request, 200, "{\"action\":\"ANSWER\",\"to\":\"12345\"}");
    }
  }

  private static void reply(HttpExchange request, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.sendResponseHeaders(status, bytes.length);
    request.getResponseBody().write(bytes);
    request.close();
  }
}
