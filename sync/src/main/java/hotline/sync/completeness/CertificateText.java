package hotline.sync.completeness;

import hotline.sync.NodeCode;
import hotline.sync.stream.ReplicaFinding;
import hotline.sync.stream.ReplicaReport;
import hotline.sync.stream.StreamId;
import hotline.sync.stream.StreamStatus;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Writes what is certified, for people: one block for each stream. */
final class CertificateText {

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();
  private boolean complete = true;

  CertificateText(NodeCode self, Instant now, String previousHash) {
    line("12345热线记录完整性证明");
    line("出具节点：" + self);
    line("出具时间：" + now);
    line("上一份证明（SHA-256）：" + (previousHash.isEmpty() ? "无" : previousHash));
  }

  void produced(StreamStatus.Produced own) {
    line("");
    line("本节点记录流：" + own.stream());
    line("　位置：" + own.position());
    line("　链哈希：" + HEX.formatHex(own.hash()));
    line("　最后记录时间：" + own.appendedAt());
  }

  /**
   * Adds what is held of a stream.
   *
   * @param statement what the origin signed about its own head; empty when it has said nothing yet
   */
  void received(StreamStatus.Received held, byte[] statement, ReplicaReport replicas) {
    StreamId stream = held.stream();
    boolean whole = held.headsAgree() && held.setAside() == 0 && replicas.proven();
    complete &= whole;
    line("");
    line("来源记录流：" + stream);
    line("　结论：" + (whole ? "完整、一致" : "未能证明完整"));
    line("　已入库位置：" + held.applied());
    line("　链哈希：" + HEX.formatHex(held.hash()));
    line("　最后记录时间：" + held.appendedAt());
    line("　来源自述位置：" + held.stated());
    line("　来源自述链哈希：" + HEX.formatHex(held.statedHash()));
    line("　来源自述时间：" + held.statedAt());
    line("　与来源自述一致：" + yes(held.headsAgree()));
    line("　搁置记录：" + held.setAside());
    line(
        "　副本核对：第 %d 至 %d 条，相符 %d 处，不符 %d 处"
            .formatted(
                replicas.from(), replicas.position(), replicas.compared(), replicas.wrong()));
    for (ReplicaFinding finding : replicas.findings()) {
      line(
          "　　不符：%s %s，记录 %d，应为版本 %d，现为版本 %d"
              .formatted(
                  finding.kind(),
                  finding.key(),
                  finding.position(),
                  finding.expected(),
                  finding.stored()));
    }
    line("　来源签名的自述（SignedBatch，Base64）：" + Base64.getEncoder().encodeToString(statement));
  }

  boolean complete() {
    return complete;
  }

  String finish() {
    line("");
    line("总结论：" + (complete ? "完整" : "未能证明完整"));
    return text.toString();
  }

  private static String yes(boolean value) {
    return value ? "是" : "否";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
