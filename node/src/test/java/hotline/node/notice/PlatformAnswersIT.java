package hotline.node.notice;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.ticket.AssignmentId;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changzhou while its rules held: the platform answers the citizen, the unit does not. */
class PlatformAnswersIT {

  @Test
  @Requirement({"RVS-03", "POL-14", "SLA-18"})
  void theUnitReportsToThePlatformWhichTellsTheCitizen(@TempDir Path folder) {
    MovableClock clock = new MovableClock();
    clock.set(Instant.parse("2018-06-12T02:00:00Z"));
    try (EmbeddedNode node =
        EmbeddedNode.withUsers(folder, clock, Map.of("hotline.node.policy", "changzhou"))) {
      NodeHttp http = node.http();
      AssignmentId id = Samples.dispatched(node);
      String work = "/api/assignments/" + id.toString().replace('/', '~');
      ok(http.post("unit-CGJ", work + "/sign-for", Map.of()));
      ok(
          http.post(
              "unit-CGJ",
              work + "/reply",
              Map.of("content", "路灯已修复", "resolved", true, "contactedRequester", false)));
      assertThat(http.get("huifang", "/api/notices?ticket=" + id.ticket()).toString())
          .as("nothing is told before the platform has looked at it")
          .doesNotContain("办理结果");

      ok(
          http.post(
              "shenhe",
              "/api/tickets/" + id.ticket() + "/review",
              Map.of("assignmentId", id.toString(), "accept", true)));
      node.bean(NoticeSender.class).run();

      assertThat(http.get("huifang", "/api/notices?ticket=" + id.ticket()).list("items"))
          .anySatisfy(
              notice ->
                  assertThat(notice)
                      .containsEntry("kind", "ANSWERED")
                      .containsEntry("state", "SENT")
                      .satisfies(n -> assertThat(n.toString()).contains("路灯已修复")));
    }
  }

  private static void ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }
}
