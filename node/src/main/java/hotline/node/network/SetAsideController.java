package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.SetAsideRecord;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Records that could not be applied. */
@Controller("/api/set-aside")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class SetAsideController {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR);
  private static final int LIMIT = 200;
  private static final int MOST = 100_000;

  private final StreamEngine streams;
  private final Exports exports;

  SetAsideController(StreamEngine streams, Exports exports) {
    this.streams = streams;
    this.exports = exports;
  }

  @Get
  List<SetAsideView> list(SignedInUser user) {
    Permissions.require(user, ROLES, "查看未能入库的记录");
    return streams.setAside().list(LIMIT).stream().map(SetAsideView::of).toList();
  }

  /** All of them as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出未能入库的记录");
    return exports.send(
        user.username(),
        format,
        TrafficSheets.SET_ASIDE,
        "",
        streams.setAside().list(MOST).stream().map(SetAsideView::of).toList());
  }

  /**
   * Tries again to apply one.
   *
   * @param id as the list shows it: origin, stream and position
   */
  @Post("/{id}/retry")
  HttpResponse<?> retry(String id, SignedInUser user) {
    Permissions.require(user, ROLES, "重试未能入库的记录");
    String[] parts = id.split("~");
    if (parts.length != 3 || !parts[2].matches("[0-9]{1,18}")) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "记录编号应形如 621002~uplink~42，收到“" + id + "”");
    }
    try {
      StreamId stream = new StreamId(NodeCode.of(parts[0]), parts[1]);
      if (!streams.setAside().retry(stream, Long.parseLong(parts[2]))) {
        throw new RefusedException(ErrorCode.NOT_FOUND, "没有未能入库的记录 " + id);
      }
    } catch (PoisonRecordException e) {
      throw new RefusedException(ErrorCode.STATE_FORBIDS, "记录仍不能入库：" + e.getMessage());
    }
    return HttpResponse.noContent();
  }

  @Serdeable
  record SetAsideView(
      String id,
      String origin,
      String stream,
      long position,
      OffsetDateTime appendedAt,
      OffsetDateTime setAsideAt,
      String reason) {

    static SetAsideView of(SetAsideRecord record) {
      StreamId stream = record.stream();
      return new SetAsideView(
          stream.origin() + "~" + stream.name() + "~" + record.position(),
          stream.origin().value(),
          stream.name(),
          record.position(),
          Times.local(record.appendedAt()),
          Times.local(record.setAsideAt()),
          record.reason());
    }
  }
}
