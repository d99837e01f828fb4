package hotline.sync.link;

import hotline.sync.NodeCode;
import hotline.sync.jdbc.Micros;
import hotline.sync.trust.NodeReport;
import hotline.sync.trust.NodeVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What nodes say of themselves and of those below them, as it travels. */
final class ReportWire {

  private ReportWire() {}

  static hotline.v1.NodeVersion toProto(NodeVersion version) {
    return hotline.v1.NodeVersion.newBuilder()
        .setSoftware(version.software())
        .setSchema(version.schema())
        .build();
  }

  static hotline.v1.NodeReport toProto(NodeReport report) {
    hotline.v1.NodeReport.Builder proto =
        hotline.v1.NodeReport.newBuilder()
            .setNode(report.node().value())
            .setParent(report.parent().value())
            .setName(report.name())
            .setConnected(report.connected());
    report.version().map(ReportWire::toProto).ifPresent(proto::setVersion);
    report.heardAt().map(Micros::of).ifPresent(proto::setHeardAtMicros);
    return proto.build();
  }

  /** Empty for a peer that is older than the question. */
  static Optional<NodeVersion> version(boolean given, hotline.v1.NodeVersion version) {
    return given
        ? Optional.of(new NodeVersion(version.getSoftware(), version.getSchema()))
        : Optional.empty();
  }

  /**
   * Reads what a neighbour says.
   *
   * @throws IllegalArgumentException for a malformed code
   */
  static List<NodeReport> reports(
      List<hotline.v1.NodeReport> reports, NodeCode saidBy, Instant saidAt) {
    return reports.stream()
        .map(
            report ->
                new NodeReport(
                    NodeCode.of(report.getNode()),
                    NodeCode.of(report.getParent()),
                    report.getName(),
                    version(report.hasVersion(), report.getVersion()),
                    report.getConnected(),
                    report.getHeardAtMicros() <= 0
                        ? Optional.empty()
                        : Optional.of(Micros.toInstant(report.getHeardAtMicros())),
                    saidBy,
                    saidAt))
        .toList();
  }
}
