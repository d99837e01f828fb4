package hotline.node.registry;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.MergeMode;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.line.Line;
import hotline.node.line.LineCommand;
import hotline.node.line.LineLife;
import hotline.node.line.LineNumber;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.view.PageView;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registry of hotline numbers (TOP-01 to TOP-10, TOP-17 to TOP-22, TOP-34). */
@Controller("/api/lines")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lines")
class LineController {

  private static final Set<Role> ROLES = EnumSet.of(Role.ADMIN);
  private static final int READ_AT_ONCE = 500;

  private final Transactions transactions;
  private final EntityWork work;
  private final EntityStore lines;
  private final Exports exports;
  private final AuditStore audit;
  private final Rules rules;
  private final ReferenceData reference;
  private final Neighbours neighbours;

  LineController(
      Transactions transactions,
      EntityWork work,
      EntityStore lines,
      Exports exports,
      AuditStore audit,
      Rules rules,
      ReferenceData reference,
      Neighbours neighbours) {
    this.transactions = transactions;
    this.work = work;
    this.lines = lines;
    this.exports = exports;
    this.audit = audit;
    this.rules = rules;
    this.reference = reference;
    this.neighbours = neighbours;
  }

  /** This node's numbers and, with their owners' codes, those of the nodes below. */
  @Get
  PageView<LineView> list(
      SignedInUser user,
      @Nullable @QueryValue MergeMode mode,
      @Nullable @QueryValue @Size(max = 9) String owner,
      @QueryValue(defaultValue = "0") @Min(0) @Max(10_000) int page,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) int size) {
    EntityFilter filter = filter(mode, owner);
    return transactions.call(
        tx ->
            new PageView<>(
                lines.list(tx, EntityForms.LINE, filter, page * size, size).stream()
                    .map(this::view)
                    .toList(),
                lines.count(tx, EntityForms.LINE, filter),
                page,
                size));
  }

  /** All of a list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue MergeMode mode,
      @Nullable @QueryValue @Size(max = 9) String owner,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    EntityFilter filter = filter(mode, owner);
    Rows<Line> found =
        Rows.following(
            last ->
                transactions.call(
                    tx -> lines.before(tx, EntityForms.LINE, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        RegistrySheets.LINES,
        "mode=%s owner=%s".formatted(mode, owner),
        pieces -> found.forEach(piece -> pieces.accept(piece.stream().map(this::view).toList())));
  }

  private static EntityFilter filter(@Nullable MergeMode mode, @Nullable String owner) {
    return new EntityFilter(
        owner, List.of(), mode == null ? null : mode.name(), null, null, null, null, null);
  }

  @Get("/{number}")
  LineView one(String number, SignedInUser user) {
    return transactions.call(
        tx ->
            lines
                .find(tx, EntityForms.LINE, id(number))
                .map(this::view)
                .orElseThrow(
                    () -> new RefusedException(ErrorCode.NOT_FOUND, "没有登记热线号码 " + number)));
  }

  /** Enters a number that is in use; new ones may not be set up where numbers are frozen. */
  @Post
  HttpResponse<LineView> register(SignedInUser user, @Valid @Body LineRequests.Register body) {
    Actor actor = actor(user);
    var command =
        new LineCommand.RegisterLine(
            number(body.number()),
            body.name(),
            body.purpose(),
            body.establishedOn(),
            department(body.department()),
            Boolean.TRUE.equals(body.roundTheClock()));
    LineView created =
        transactions.call(
            tx -> {
              Line line = work.create(tx, EntityForms.LINE, actor, life(actor).register(command));
              note(tx, user, "REGISTER_LINE", line);
              return view(line);
            });
    return HttpResponse.created(created);
  }

  @Post("/{number}/merge")
  LineView merge(String number, SignedInUser user, @Valid @Body LineRequests.Merge body) {
    return decide(
        number,
        user,
        "MERGE_LINE",
        new LineCommand.MergeLine(
            body.mode(),
            body.name(),
            department(body.department()),
            node(body.node()),
            Boolean.TRUE.equals(body.roundTheClock()),
            transition(body.transition()),
            body.basis()));
  }

  @Post("/{number}/rename")
  LineView rename(String number, SignedInUser user, @Valid @Body LineRequests.Rename body) {
    return decide(
        number,
        user,
        "RENAME_LINE",
        new LineCommand.RenameLine(body.name(), body.purpose(), body.basis()));
  }

  @Post("/{number}/managers")
  LineView managers(String number, SignedInUser user, @Valid @Body LineRequests.Manage body) {
    return decide(
        number,
        user,
        "MANAGE_LINE",
        new LineCommand.ManageLine(
            body.managers().stream().map(m -> new Line.Manager(m.body(), m.leads())).toList(),
            body.basis()));
  }

  @Post("/{number}/prompt")
  LineView prompt(String number, SignedInUser user, @Valid @Body LineRequests.SetPrompt body) {
    return decide(
        number, user, "PROMPT_LINE", new LineCommand.PromptCallers(transition(body.transition())));
  }

  @Post("/{number}/cancel")
  LineView cancel(String number, SignedInUser user, @Valid @Body LineRequests.Cancel body) {
    return decide(number, user, "CANCEL_LINE", new LineCommand.CancelLine(body.basis()));
  }

  private LineView decide(String number, SignedInUser user, String what, LineCommand command) {
    Actor actor = actor(user);
    return transactions.call(
        tx -> {
          Line line =
              work.decide(
                  tx,
                  EntityForms.LINE,
                  id(number),
                  actor,
                  before -> life(actor).decide(before, command));
          note(tx, user, what, line);
          return view(line);
        });
  }

  private LineLife life(Actor actor) {
    return new LineLife(rules.policy().lines(), rules.self(), actor, work.now());
  }

  private static Actor actor(SignedInUser user) {
    Permissions.require(user, ROLES, "管理热线号码");
    return Actor.user(user.username(), Role.ADMIN);
  }

  private void note(Tx tx, SignedInUser user, String what, Line line) {
    audit.append(tx, work.now(), user.username(), what, line.id(), line.mode() + " " + line.name());
  }

  private LineView view(Line line) {
    return LineView.of(line, work.now());
  }

  private String id(String number) {
    return Line.id(rules.self(), number(number));
  }

  private static LineNumber number(String text) {
    try {
      return new LineNumber(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable UnitRef department(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return reference
        .unit(code)
        .map(unit -> new UnitRef(UnitCode.of(unit.code()), unit.name()))
        .orElseThrow(
            () -> new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的承办单位"));
  }

  private @Nullable NodeRef node(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return neighbours.children().stream()
        .filter(child -> child.codeText().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的下级节点"));
  }

  private static Line.@Nullable Transition transition(LineRequests.@Nullable Prompt prompt) {
    return prompt == null ? null : new Line.Transition(prompt.prompt(), prompt.until().toInstant());
  }
}
