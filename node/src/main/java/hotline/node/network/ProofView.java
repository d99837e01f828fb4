package hotline.node.network;

import hotline.sync.stream.ArchiveReport;
import hotline.sync.stream.ReplicaFinding;
import hotline.sync.stream.ReplicaReport;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comparing has shown of a stream.
 *
 * @param proven whether the replicas are as the records left them and the archive's chain holds
 * @param text the same in a sentence
 * @param from first position of which it is known what its record left
 * @param position up to which the stream was applied
 * @param compared how many rows were as they should be
 * @param wrong how many were not; {@code findings} spells out the first of them
 * @param archived the position up to which the archive is what the origin signed
 * @param archiveDamage null when all of it is
 */
@Serdeable
record ProofView(
    String origin,
    String stream,
    boolean proven,
    String text,
    long from,
    long position,
    long compared,
    long wrong,
    List<FindingView> findings,
    long archived,
    String archiveHash,
    @Nullable String archiveDamage) {

  static ProofView of(String name, ReplicaReport replicas, ArchiveReport archive) {
    String damage =
        archive
            .damage()
            .map(
                found ->
                    "第 %d 至 %d 条记录的存档有误：%s".formatted(found.from(), found.to(), found.reason()))
            .orElse(null);
    boolean proven = replicas.proven() && damage == null;
    return new ProofView(
        replicas.stream().origin().value(),
        replicas.stream().name(),
        proven,
        text(name, replicas, damage),
        replicas.from(),
        replicas.position(),
        replicas.compared(),
        replicas.wrong(),
        replicas.findings().stream().map(FindingView::of).toList(),
        archive.checked(),
        HexFormat.of().formatHex(archive.hash()),
        damage);
  }

  private static String text(String name, ReplicaReport replicas, @Nullable String damage) {
    String copies =
        replicas.proven()
            ? "“%s”的记录已入库至第 %d 条，核对 %d 处副本，全部相符。"
                .formatted(name, replicas.position(), replicas.compared())
            : "“%s”的记录已入库至第 %d 条，有 %d 处副本不符，须查明原因。"
                .formatted(name, replicas.position(), replicas.wrong());
    return copies + (damage == null ? "记录存档的哈希链完整。" : damage + "。");
  }

  /**
   * One row that is not as it should be.
   *
   * @param entity what it is, in Chinese
   * @param position of the record that wrote it last
   */
  @Serdeable
  record FindingView(
      ReplicaFinding.Kind kind,
      String entity,
      long position,
      long expectedVersion,
      long storedVersion,
      String text) {

    static FindingView of(ReplicaFinding finding) {
      String entity = entity(finding);
      return new FindingView(
          finding.kind(),
          entity,
          finding.position(),
          finding.expected(),
          finding.stored(),
          entity + what(finding));
    }

    private static String entity(ReplicaFinding finding) {
      String key = finding.key();
      String rest = key.substring(key.indexOf('/') + 1);
      if (key.startsWith("ticket/")) {
        return "工单 " + rest;
      } else if (key.startsWith("personal/")) {
        return "工单 " + rest + " 的个人信息";
      } else if (key.startsWith("assignment/")) {
        return "派办 " + rest;
      } else if (key.startsWith("entity/")) {
        return "记录 " + rest;
      } else if (key.startsWith("entity-personal/")) {
        return "记录 " + rest + " 的个人信息";
      } else if (key.startsWith("timeline/")) {
        return "第 " + finding.position() + " 条记录的办理经过";
      }
      return key.isEmpty() ? "第 " + finding.position() + " 条记录起的核对清单" : key;
    }

    private static String what(ReplicaFinding finding) {
      return switch (finding.kind()) {
        case MISSING -> " 的副本不见了";
        case OLDER -> " 的副本是旧版本 %d，应为版本 %d".formatted(finding.stored(), finding.expected());
        case NEWER ->
            " 的副本是版本 %d，记录只到版本 %d：被改动，或其记录尚在途中".formatted(finding.stored(), finding.expected());
        case ALTERED -> " 的副本内容被改动";
        case INCOHERENT -> " 的检索字段与其内容不符";
        case MANIFEST -> " 缺失或被改动";
      };
    }
  }
}
