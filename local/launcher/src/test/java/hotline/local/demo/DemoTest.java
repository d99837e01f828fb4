package hotline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.local.demo.summary.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir Path folder;

  private final StringWriter output = new StringWriter();
  private FakeNetwork network;

  @BeforeEach
  void startNetwork() throws IOException {
    network = new FakeNetwork();
  }

  @AfterEach
  void stopNetwork() {
    network.close();
  }

  @Test
  void everyAppealIsWorkedToItsEndAtAllNodes() throws Exception {
    Path file = folder.resolve("report.json");

    Report report = run(options(null, 150, file));

    assertThat(report.ok()).as(output.toString()).isTrue();
    assertThat(network.tickets())
        .hasSize(150)
        .allSatisfy(ticket -> assertThat(ticket.state).isIn("ARCHIVED", "REFUSED"));
    assertThat(output.toString())
        .contains("退单", "延期", "退回重报", "重办", "解释办结", "上报", "下派", "重复诉求", "即时办结", "✓");

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("ok", "nodes", "streams", "lagMillis", "story");
    for (String act :
        List.of(
            "coOrdered",
            "putOnAccount",
            "extensionGranted",
            "returnApproved",
            "redone",
            "reminded",
            "supervised")) {
      assertThat(json.path("story").path(act).asLong()).as(act).isPositive();
    }
    assertThat(json.path("nodes").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "code",
            "tier",
            "accepted",
            "refused",
            "dispatched",
            "received",
            "signedFor",
            "replied",
            "closed",
            "archived");
    assertThat(json.path("streams")).hasSize(5);
    assertThat(json.path("streams").get(0).fieldNames())
        .toIterable()
        .containsExactly("origin", "at", "produced", "received", "applied", "headsAgree");
    assertThat(json.path("lagMillis").fieldNames()).toIterable().containsExactly("p50", "p99");
  }

  @Test
  void theSameSeedMakesTheSamePeopleDoTheSame() throws Exception {
    List<Long> first = counts(run(options(null, 60, null)));
    network.close();
    network = new FakeNetwork();

    assertThat(counts(run(options(null, 60, null)))).isEqualTo(first);
  }

  @Test
  void aSecondRunOnTheSameDataRegistersNothingTwice() throws Exception {
    run(options(null, 40, null));
    int tickets = network.tickets().size();
    int known = network.knowledgeOf(FakeNetwork.PROVINCE);

    Report again = run(options(null, 40, null));

    assertThat(again.ok()).as(output.toString()).isTrue();
    assertThat(network.tickets()).hasSize(tickets);
    assertThat(network.knowledgeOf(FakeNetwork.PROVINCE)).isEqualTo(known).isPositive();
  }

  @Test
  void messagesOfAFileAreRoutedByTheirAliases() throws Exception {
    Path file = folder.resolve("messages.csv");
    Files.writeString(
        file,
        """
        msg_id,user_id,subject,created_at,detail
        1,U1,A3区停水,2026-03-01 08:00:00,"两天没有水
        请尽快解决"
        2,U2,A7县修路,2026-03-01 08:00:00,希望修路
        3,U3,没有地名,2026-03-01 08:00:00,路灯不亮
        4,U4,坏时间,昨天,路灯不亮
        """);
    DemoOptions options =
        new DemoOptions(file, null, null, List.of("A3区=621002", "A7县=621021"), null, 12345, 4);

    Report report = run(options);

    assertThat(report.ok()).as(output.toString()).isTrue();
    assertThat(network.tickets())
        .extracting(ticket -> ticket.data.path("title").asText() + "@" + ticket.owner.code)
        .contains("A3区停水@621002", "A7县修路@621000")
        .hasSize(3);
    assertThat(output.toString()).contains("第 6 行", "昨天", "读入 3 条留言");
  }

  @Test
  void aHeadThatDiffersIsSaidAndIsNotOk() throws Exception {
    network.corrupted = FakeNetwork.DISTRICT;

    Report report =
        new Demo(
                network.addresses(),
                options(null, 10, null),
                new ImpatientClock(),
                new PrintWriter(output, true))
            .run();

    assertThat(report.ok()).isFalse();
    assertThat(report.streams())
        .filteredOn(stream -> !stream.headsAgree())
        .extracting(stream -> stream.origin() + "→" + stream.at())
        .containsExactlyInAnyOrder("621002→621000", "621002→620000");
    assertThat(output.toString()).contains("✗", "不一致");
  }

  private Report run(DemoOptions options) throws Exception {
    return new Demo(network.addresses(), options, Clock.systemUTC(), new PrintWriter(output, true))
        .run();
  }

  private static DemoOptions options(
      @Nullable Path messages, @Nullable Integer tickets, @Nullable Path report) {
    return new DemoOptions(messages, tickets, null, List.of(), report, 12345, 8);
  }

  private static List<Long> counts(Report report) {
    return report.nodes().stream()
        .flatMap(
            node ->
                List.of(
                    node.accepted(),
                    node.refused(),
                    node.dispatched(),
                    node.received(),
                    node.signedFor(),
                    node.replied(),
                    node.closed(),
                    node.archived())
                    .stream())
        .toList();
  }
}
