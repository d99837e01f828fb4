package hotline.node.knowledge;

import hotline.node.access.SignedInUser;
import hotline.node.classification.KnowledgeState;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.knowledge.KnowledgeViews.EntryHistory;
import hotline.node.knowledge.KnowledgeViews.EntryView;
import hotline.node.knowledge.KnowledgeViews.KnowledgeRequest;
import hotline.node.knowledge.KnowledgeViews.Proposal;
import hotline.node.knowledge.KnowledgeViews.ReasonedStep;
import hotline.node.knowledge.KnowledgeViews.Revision;
import hotline.node.knowledge.KnowledgeViews.Step;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.ReferenceData;
import hotline.node.store.KnowledgeStore;
import hotline.node.store.KnowledgeStore.Knowledge;
import hotline.node.store.KnowledgeStore.KnowledgeFilter;
import hotline.node.store.KnowledgeStore.KnowledgeVersion;
import hotline.node.submission.Submissions;
import hotline.node.submission.Submissions.Made;
import hotline.node.submission.Submissions.Sent;
import hotline.node.view.PageView;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where knowledge is reported, looked through, published and taken away: who reports it answers for
 * it (KB-03), so a unit's people see and change what is their unit's; reviewers publish.
 */
@Controller("/api/knowledge/entries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "knowledge")
class EditorialController {

  private static final int READ_AT_ONCE = 500;

  private final KnowledgeWork work;
  private final Exports exports;
  private final KnowledgeStore store;
  private final Submissions submissions;
  private final Transactions transactions;
  private final ReferenceData reference;
  private final Rules rules;
  private final Clock clock;

  EditorialController(
      KnowledgeWork work,
      Exports exports,
      KnowledgeStore store,
      Submissions submissions,
      Transactions transactions,
      ReferenceData reference,
      Rules rules,
      Clock clock) {
    this.work = work;
    this.exports = exports;
    this.store = store;
    this.submissions = submissions;
    this.transactions = transactions;
    this.reference = reference;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Entries of this node in whatever state, those changed last first; a unit's people see theirs.
   */
  @Get
  PageView<EntryView> list(
      SignedInUser user,
      @Nullable @QueryValue KnowledgeState state,
      @Nullable @QueryValue @Size(max = 32) String unit,
      @Nullable @QueryValue @Size(max = 100) String q,
      @QueryValue(defaultValue = "0") @Min(0) @Max(10_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int size) {
    KnowledgeFilter filter = new KnowledgeFilter(state, user.unit().orElse(unit), q);
    LocalDate today = today();
    return transactions.call(
        tx ->
            new PageView<>(
                store.list(tx, filter, page * size, size).stream()
                    .map(version -> EntryView.of(version, today))
                    .toList(),
                store.count(tx, filter),
                page,
                size));
  }

  /** All entries of a list, in its order, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue KnowledgeState state,
      @Nullable @QueryValue @Size(max = 32) String unit,
      @Nullable @QueryValue @Size(max = 100) String q,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    KnowledgeFilter filter = new KnowledgeFilter(state, user.unit().orElse(unit), q);
    LocalDate today = today();
    Rows<KnowledgeVersion> entries =
        Rows.following(
            last -> transactions.call(tx -> store.after(tx, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        KnowledgeSheet.ENTRIES,
        "state=%s unit=%s text=%s".formatted(state, filter.unit(), q != null),
        pieces ->
            entries.forEach(
                piece ->
                    pieces.accept(piece.stream().map(each -> EntryView.of(each, today)).toList())));
  }

  @Get("/{id}")
  EntryHistory one(long id, SignedInUser user) {
    List<KnowledgeVersion> versions = transactions.call(tx -> store.versions(tx, id));
    if (versions.isEmpty() || !KnowledgeRights.sees(user, versions.get(0))) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + id + " 的知识条目");
    }
    LocalDate today = today();
    List<EntryView> views = versions.stream().map(v -> EntryView.of(v, today)).toList();
    return new EntryHistory(views.get(0), views, KnowledgeRights.actions(user, versions.get(0)));
  }

  /** Reports one; 200 with the first when the same was sent before under the same key. */
  @Post
  HttpResponse<EntryView> propose(
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Proposal body) {
    KnowledgeRights.requireReporter(user);
    Knowledge proposed = knowledge(user, body.knowledge());
    return submissions.carryOut(
        new Sent(user.username(), key, "knowledge", body),
        () ->
            tx -> {
              KnowledgeVersion first = work.propose(tx, user, proposed, text(body.note()));
              return new Made<>(Long.toString(first.entry()), HttpResponse.created(view(first)));
            },
        (tx, first) -> HttpResponse.ok(view(work.newest(tx, Long.parseLong(first)))));
  }

  @Put("/{id}")
  EntryView revise(long id, SignedInUser user, @Valid @Body Revision body) {
    KnowledgeRights.requireReporter(user);
    one(id, user);
    return view(
        work.revise(
            user, id, body.version(), knowledge(user, body.knowledge()), text(body.note())));
  }

  @Post("/{id}/publish")
  EntryView publish(long id, SignedInUser user, @Valid @Body Step body) {
    KnowledgeRights.requirePublisher(user, "发布知识");
    return view(work.publish(user, id, body.version(), text(body.note())));
  }

  @Post("/{id}/return")
  EntryView sendBack(long id, SignedInUser user, @Valid @Body ReasonedStep body) {
    KnowledgeRights.requirePublisher(user, "退回知识");
    return view(work.sendBack(user, id, body.version(), body.note().strip()));
  }

  /** By a reviewer, or by the people of the unit that answers for it. */
  @Post("/{id}/withdraw")
  EntryView withdraw(long id, SignedInUser user, @Valid @Body ReasonedStep body) {
    one(id, user);
    if (!KnowledgeRights.ofUnit(user)) {
      KnowledgeRights.requirePublisher(user, "下架知识");
    }
    return view(work.withdraw(user, id, body.version(), body.note().strip()));
  }

  private Knowledge knowledge(SignedInUser user, KnowledgeRequest request) {
    String code = user.unit().orElse(text(request.unit()));
    if (code.isEmpty()) {
      return request.knowledge("", rules.self().name());
    }
    HandlingUnit unit =
        reference
            .unit(code)
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的承办单位，知识条目须有在用的责任单位"));
    return request.knowledge(unit.code(), unit.name());
  }

  private EntryView view(KnowledgeVersion version) {
    return EntryView.of(version, today());
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
