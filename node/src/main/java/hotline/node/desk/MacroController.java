package hotline.node.desk;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.store.MacroStore;
import hotline.node.store.MacroStore.Macro;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Texts and choices that fill a form in, each person's own and those that the node's people share;
 * shared ones are a supervisor's business. Each call answers with all that the user then has.
 */
@Controller("/api/desk/macros")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "desk")
class MacroController {

  private static final int MOST = 300;
  private static final int LONGEST = 20_000;
  private static final Set<Role> EDITORS = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);
  private static final Argument<List<Filled>> LIST = Argument.listOf(Filled.class);

  private final Transactions transactions;
  private final MacroStore store;
  private final AuditStore audit;
  private final ObjectMapper mapper;
  private final Clock clock;

  MacroController(
      Transactions transactions,
      MacroStore store,
      AuditStore audit,
      ObjectMapper mapper,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Get
  List<MacroView> list(SignedInUser user) {
    return transactions.call(tx -> views(tx, user));
  }

  @Post
  List<MacroView> add(SignedInUser user, @Valid @Body NewMacro body) {
    String filled = json(body.filled());
    String owner = owner(user, body.shared());
    return transactions.call(
        tx -> {
          if (store.of(tx, user.username()).size() >= MOST) {
            throw new RefusedException(ErrorCode.STATE_FORBIDS, "常用语最多保存 " + MOST + " 条，请先删除不用的");
          }
          store.add(tx, owner, body.form(), body.name().strip(), filled);
          note(tx, user, body.shared(), "ADD_SHARED_MACRO", body.form());
          return views(tx, user);
        });
  }

  @Delete("/{id}")
  List<MacroView> remove(long id, SignedInUser user) {
    return transactions.call(
        tx -> {
          Macro macro =
              store.of(tx, user.username()).stream()
                  .filter(one -> one.id() == id)
                  .findFirst()
                  .orElseThrow(
                      () -> new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + id + " 的常用语"));
          store.remove(tx, owner(user, macro.shared()), id);
          note(tx, user, macro.shared(), "REMOVE_SHARED_MACRO", macro.form());
          return views(tx, user);
        });
  }

  private static String owner(SignedInUser user, boolean shared) {
    if (shared) {
      Permissions.require(user, EDITORS, "维护公用常用语");
      return MacroStore.SHARED;
    }
    return user.username();
  }

  private void note(Tx tx, SignedInUser user, boolean shared, String action, String form) {
    if (shared) {
      audit.append(tx, clock.instant(), user.username(), action, form, "");
    }
  }

  private List<MacroView> views(Tx tx, SignedInUser user) {
    return store.of(tx, user.username()).stream()
        .map(
            macro ->
                new MacroView(
                    macro.id(), macro.form(), macro.name(), macro.shared(), read(macro.filled())))
        .toList();
  }

  private String json(List<Filled> filled) {
    try {
      String text = mapper.writeValueAsString(filled);
      if (text.length() > LONGEST) {
        throw new RefusedException(ErrorCode.INVALID_INPUT, "常用语过长，应在 " + LONGEST + " 字以内");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Filled> read(String json) {
    try {
      return mapper.readValue(json, LIST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What goes into a field; {@code true} and {@code false} for a yes or no. */
  @Serdeable
  record Filled(@NotBlank @Size(max = 64) String field, @NotNull @Size(max = 4000) String value) {}

  /**
   * @param form the action that it fills the form of in, with its kind where it has several
   */
  @Serdeable
  record NewMacro(
      @NotBlank @Pattern(regexp = "[A-Za-z_.-]{1,64}") String form,
      @NotBlank @Size(max = 50) String name,
      boolean shared,
      @NotEmpty @Size(max = 20) @Valid List<@Valid Filled> filled) {}

  @Serdeable
  record MacroView(long id, String form, String name, boolean shared, List<Filled> filled) {}
}
