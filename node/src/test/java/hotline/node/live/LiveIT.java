package hotline.node.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.ticket.AssignmentId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live updates and presence over HTTP, at a node of two processes. */
class LiveIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode other;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    other = node.another();
    http = node.http();
  }

  @AfterAll
  static void stop() {
    other.close();
    node.close();
  }

  @Test
  void whatOneProcessDoesIsToldAtTheOther() {
    try (EventStream console = listen("paidan")) {
      AssignmentId id = Samples.dispatched(node);

      await().atMost(SOON).until(() -> console.mentions(id.ticket().toString()));
      assertThat(console.text()).doesNotContain("路灯", "王测试", "19900000001");
    }
  }

  @Test
  void aUnitHearsOfItsOwnWorkOnly() {
    try (EventStream own = listen("unit-CGJ");
        EventStream another = listen("unit-ZJJ");
        EventStream platform = listen("shenhe")) {
      AssignmentId id = Samples.dispatched(node);

      await().atMost(SOON).until(() -> own.mentions(id.ticket().toString()));
      await().atMost(SOON).until(() -> platform.mentions(id.ticket().toString()));
      assertThat(another.mentions(id.ticket().toString())).isFalse();
    }
  }

  @Test
  void whoComesAgainIsToldWhatWasMissed() {
    String mark;
    try (EventStream before = listen("huifang")) {
      mark = before.lastId();
    }
    AssignmentId id = Samples.dispatched(node);

    try (EventStream again = EventStream.resume(other.uri(), "huifang", NodeHttp.PASSWORD, mark)) {
      await().atMost(SOON).until(() -> again.mentions(id.ticket().toString()));
    }
  }

  @Test
  void aChangeOfRightsEndsTheStream() {
    Map<String, Object> rights =
        Map.of("displayName", "临时派单员", "roles", List.of("DISPATCHER"), "disabled", false);
    ok(
        http.post(
            "admin",
            "/api/users",
            Map.of("username", "linshi", "password", NodeHttp.PASSWORD, "rights", rights)));
    try (EventStream console = listen("linshi")) {
      ok(
          http.put(
              "admin",
              "/api/users/linshi",
              Map.of("displayName", "临时派单员", "roles", List.of("DISPATCHER"), "disabled", true)));

      await().atMost(Duration.ofSeconds(40)).until(console::ended);
    }
  }

  @Test
  void colleaguesSeeWhoHasATicketOpen() {
    AssignmentId id = Samples.dispatched(node);
    String ticket = id.ticket().toString();
    try (EventStream console = listen("shenhe")) {
      assertThat(
              ok(http.post("paidan", "/api/tickets/" + ticket + "/presence", beat(true)))
                  .list("list"))
          .isEmpty();

      await().atMost(SOON).until(() -> console.mentions("\"presence\":[\"" + ticket + "\"]"));
      assertThat(present("shenhe", ticket))
          .singleElement()
          .satisfies(
              person ->
                  assertThat(person)
                      .containsEntry("username", "paidan")
                      .containsEntry("editing", true));
      assertThat(present("paidan", ticket)).isEmpty();
      assertThat(present("unit-CGJ", ticket)).as("a unit sees its own people only").isEmpty();
    }
  }

  @Test
  void nobodyIsPresentAtATicketThatIsNotHis() {
    AssignmentId id = Samples.dispatched(node);

    Answer answer = http.post("unit-ZJJ", "/api/tickets/" + id.ticket() + "/presence", beat(false));

    assertThat(answer.status()).isEqualTo(404);
  }

  private static List<Map<String, Object>> present(String user, String ticket) {
    List<Map<String, Object>> found =
        ok(http.get(user, "/api/presence?ticket=" + ticket)).list("list");
    if (found.isEmpty()) {
      return List.of();
    }
    return new Answer(200, found.get(0)).list("people");
  }

  private static Map<String, Object> beat(boolean editing) {
    return Map.of("editing", editing);
  }

  /** At the other process, once the line is open. */
  private static EventStream listen(String user) {
    EventStream stream = EventStream.open(other.uri(), user, NodeHttp.PASSWORD);
    await().atMost(SOON).until(() -> stream.heard("beat"));
    return stream;
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    return answer;
  }
}
