package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.desk.Sheets.Listed;
import hotline.node.desk.Sheets.Work;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.search.TicketSearch;
import hotline.node.store.AssignmentFilter;
import hotline.node.store.DeskStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;

/**
 * Lists as files, with what has come in until this moment. A file that does not arrive whole shows
 * it: a workbook cannot be opened, a CSV file lacks its last line, 导出完毕.
 */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "exports")
class ExportController {

  private static final int READ_AT_ONCE = 500;

  private final Exports exports;
  private final TicketSearches searches;
  private final TicketLists lists;
  private final TicketViews views;
  private final AssignmentLists assignments;
  private final Transactions transactions;
  private final DeskStore desk;
  private final TicketStore tickets;

  ExportController(
      Exports exports,
      TicketSearches searches,
      TicketLists lists,
      TicketViews views,
      AssignmentLists assignments,
      Transactions transactions,
      DeskStore desk,
      TicketStore tickets) {
    this.exports = exports;
    this.searches = searches;
    this.lists = lists;
    this.views = views;
    this.assignments = assignments;
    this.transactions = transactions;
    this.desk = desk;
    this.tickets = tickets;
  }

  /** All tickets of a list, newest first. */
  @Get("/tickets/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> tickets(
      SignedInUser user,
      @Valid @RequestBean TicketQuery query,
      @Valid @RequestBean TicketSliceQuery slice,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    TicketSearch search = lists.exportable(searches.of(query, slice, user));
    return exports.send(
        user.username(),
        format,
        Sheets.TICKETS,
        query.described(slice),
        pieces ->
            lists.all(
                search,
                piece ->
                    pieces.accept(
                        piece.stream()
                            .map(ticket -> new Listed(ticket, views.row(ticket)))
                            .toList())));
  }

  /** All assignments of a list, in the order in which they came in. */
  @Get("/assignments/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> assignments(
      SignedInUser user,
      @Valid @RequestBean AssignmentQuery query,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    AssignmentFilter filter = assignments.filter(user, query);
    return exports.send(
        user.username(), format, Sheets.ASSIGNMENTS, query.described(), all(filter));
  }

  private Rows<Work> all(AssignmentFilter filter) {
    return Rows.following(
        last ->
            transactions.call(
                tx -> {
                  List<Assignment> found =
                      desk.assignmentsAfter(
                          tx, filter, last == null ? null : last.assignment(), READ_AT_ONCE);
                  Map<TicketId, Ticket> theirs =
                      tickets.findAll(
                          tx, found.stream().map(a -> a.id().ticket()).distinct().toList());
                  return found.stream().map(a -> new Work(a, theirs.get(a.id().ticket()))).toList();
                }));
  }
}
