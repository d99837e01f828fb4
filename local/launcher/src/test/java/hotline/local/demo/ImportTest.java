package hotline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.local.demo.appeal.AppealRules;
import hotline.local.demo.appeal.MessageAppeals;
import hotline.local.demo.appeal.RegionAliases;
import hotline.local.demo.appeal.Route;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

  private static final String HEADER = "编号,诉求人,电话,标题,时间,内容\n";

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
  void aRepeatedImportRegistersNothingTwice() throws Exception {
    String rows = HEADER + "1,甲,0934-0000001,停水,2026-03-01,小区停水\n2,乙,,修路,2026-03-01,村道坏了\n";

    assertThat(importFile(rows)).isTrue();
    assertThat(importFile(rows)).isTrue();

    assertThat(network.tickets()).hasSize(2).allMatch(t -> t.owner.code.equals("621002"));
    assertThat(output.toString()).contains("受理 2，", "先前已导入 2，");
  }

  @Test
  void badRowsAndReusedNumbersAreReportedAndTheRestComesIn() throws Exception {
    boolean complete =
        importFile(
            HEADER
                + "1,甲,0934-0000001,停水,2026-03-01,小区停水\n2,乙,,修路,明天,村道坏了\n,丙,,路灯,2026-03-01,不亮\n");
    boolean reused = importFile(HEADER + "1,甲,0934-0000001,停水,2026-03-01,换了内容\n");

    assertThat(complete).isFalse();
    assertThat(reused).isFalse();
    assertThat(network.tickets()).hasSize(1);
    assertThat(output.toString()).contains("坏行 2", "第 3 行", "明天", "编号 1 先前用于内容不同的工单");
  }

  private boolean importFile(String rows) throws Exception {
    Path file = folder.resolve("messages.csv");
    Files.writeString(file, rows);
    MessageAppeals appeals =
        new MessageAppeals(
            "messages.csv",
            AppealRules.builtIn(),
            new RegionAliases(Set.of("621002")),
            List.of(new Route("621002", "621002")),
            false);
    HttpNode node =
        network.addresses().stream()
            .filter(address -> address.code().equals("621002"))
            .map(address -> new HttpNode(address, HttpNode.client(), Json.mapper()))
            .findFirst()
            .orElseThrow();
    return new Import(node, appeals, new PrintWriter(output, true)).run(file);
  }
}
