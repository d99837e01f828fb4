package hotline.node.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.requirements.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data of four directions, each by a right of its own; here above all the asking. */
class LookupIT {

  private static final List<String> heard = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private static HttpServer department;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @SuppressWarnings("NullAway.Init")
  private static String ticket;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    department = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    department.createContext(
        "/query",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(exchange.getRequestHeaders().getFirst("X-Api-Key") + " " + body);
          byte[] answer = "已参保，缴至2026年10月".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.contains("故障") ? 500 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    department.start();
    String url = "http://127.0.0.1:" + department.getAddress().getPort() + "/query";
    node =
        EmbeddedNode.withUsers(
            folder,
            Clock.systemUTC(),
            Map.of("hotline.lookups.rsj.url", url, "hotline.lookups.rsj.key", "from-rsj"));
    http = node.http();
    ticket = Samples.dispatched(node).ticket().toString();
  }

  @AfterAll
  static void stop() {
    node.close();
    department.stop(0);
  }

  @Test
  @Requirement({"Q-14", "XTR-06"})
  void aDepartmentThatOpenedItsSystemIsAskedForATicketAndWithAReason() {
    assertThat(http.get("huawu", "/api/lookups").list("list").toString()).contains("RSJ");
    Answer answer = ask("huawu", "RSJ", "参保情况", "回答来电咨询");

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.text("answer")).contains("已参保");
    assertThat(heard).anySatisfy(said -> assertThat(said).contains("from-rsj", ticket, "参保情况"));
    assertThat(http.get("shenji", "/api/audit?subject=" + ticket).list("items"))
        .anySatisfy(
            entry ->
                assertThat(entry)
                    .containsEntry("action", "ASK_DEPARTMENT")
                    .containsEntry("username", "huawu")
                    .containsEntry("detail", "RSJ：回答来电咨询"));
  }

  @Test
  @Requirement("Q-14")
  void nobodyAsksWithoutTheRightAReasonOrADepartmentThatHasOpened() {
    int before = heard.size();
    assertThat(ask("huifang", "RSJ", "参保情况", "看看").status()).isEqualTo(403);
    assertThat(ask("huawu", "RSJ", "参保情况", " ").status()).isEqualTo(400);
    assertThat(ask("huawu", "GAJ", "户籍情况", "回答来电咨询").status()).isEqualTo(404);
    assertThat(heard).hasSize(before);
    assertThat(ask("huawu", "RSJ", "故障", "回答来电咨询").status()).isEqualTo(503);
  }

  /** What opens one flow opens none of the others. */
  @Test
  @Requirement({"Q-14", "SEC-02"})
  void aKeyForOneDirectionIsNoneForAnother() {
    Map<String, String> keys = new HashMap<>();
    for (String kind : List.of("TELEPHONY", "EXCHANGE", "CHANNEL", "LINKAGE")) {
      keys.put(
          kind,
          http.post(
                  "admin",
                  "/api/api-clients",
                  Map.of("kind", kind, "name", kind, "scope", List.of("110")))
              .text("key"));
    }
    Map<String, String> doors =
        Map.of(
            "EXCHANGE", "/api/exchange/lines/110/status",
            "CHANNEL", "/api/exchange/appeals/web/1",
            "LINKAGE", "/api/exchange/linkage/110/handovers");
    keys.forEach(
        (kind, key) ->
            doors.forEach(
                (door, path) -> {
                  if (!kind.equals(door)) {
                    assertThat(http.withKey(key, "GET", path, null).status())
                        .as("%s at the door of %s", kind, door)
                        .isEqualTo(403);
                  }
                }));
    assertThat(
            http.withKey(keys.getOrDefault("EXCHANGE", ""), "GET", "/api/tickets", null).status())
        .as("no key is a user")
        .isEqualTo(401);
    assertThat(http.get("paidan", "/api/department-streams").status())
        .as("a department's stream is the administrator's to open")
        .isEqualTo(403);
  }

  private static Answer ask(String user, String unit, String question, String reason) {
    return http.post(
        user,
        "/api/lookups",
        Map.of("unit", unit, "ticketId", ticket, "question", question, "reason", reason));
  }
}
