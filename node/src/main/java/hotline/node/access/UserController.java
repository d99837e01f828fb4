package hotline.node.access;

import hotline.node.classification.Category;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.ReferenceData;
import hotline.node.store.AccountStore;
import hotline.node.store.AuditStore;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Accounts and what they may do: role × region × category. A change is audited, and ends the
 * account's sessions with their next request.
 */
@Controller("/api/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "users")
class UserController {

  private static final Set<Role> ROLES = Set.of(Role.ADMIN);
  private static final Set<Role> UNIT_ROLES =
      Set.of(Role.UNIT_HANDLER, Role.UNIT_DEPUTY, Role.UNIT_PRINCIPAL);

  private final AppUsers users;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final ReferenceData reference;
  private final Exports exports;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  UserController(
      AppUsers users,
      AccountStore accounts,
      Passwords passwords,
      ReferenceData reference,
      Exports exports,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
    this.reference = reference;
    this.exports = exports;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Get
  List<UserRow> list(SignedInUser user) {
    Permissions.require(user, ROLES, "管理用户");
    return users.listOrderByUsername().stream().map(this::row).toList();
  }

  /** The list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Valid @RequestBean UserQuery query,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(),
        format,
        AccessSheets.users(reference),
        query.described(),
        list(user).stream().filter(query::covers).toList());
  }

  @Post
  HttpResponse<?> create(SignedInUser user, @Valid @Body NewUser body) {
    Permissions.require(user, ROLES, "管理用户");
    AccountStore.Rights rights = rights(body.rights(), null);
    PasswordRule.check(body.username(), body.password());
    String hash = passwords.hash(body.password());
    transactions.run(
        tx -> {
          if (accounts.exists(tx, body.username())) {
            throw new RefusedException(ErrorCode.ALREADY_EXISTS, "已有用户“" + body.username() + "”");
          }
          accounts.create(tx, body.username(), hash, rights);
          audit.append(
              tx, clock.instant(), user.username(), "CREATE_USER", body.username(), told(rights));
        });
    return HttpResponse.created(row(body.username()));
  }

  @Put("/{username}")
  UserRow change(String username, SignedInUser user, @Valid @Body Rights body) {
    Permissions.require(user, ROLES, "管理用户");
    if (username.equals(user.username())
        && (body.disabled() || !body.roles().contains(Role.ADMIN))) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "不能停用自己或取消自己的管理员角色，请由其他管理员办理");
    }
    AccountStore.Rights rights = rights(body, row(username).unit());
    transactions.run(
        tx -> {
          requireThere(accounts.exists(tx, username), username);
          if (!accounts.change(tx, username, rights, body.version())) {
            throw new RefusedException(
                ErrorCode.STALE_VERSION, "用户“" + username + "”刚刚被他人修改，请刷新后核对再提交");
          }
          audit.append(
              tx, clock.instant(), user.username(), "CHANGE_RIGHTS", username, told(rights));
        });
    return row(username);
  }

  @Post("/{username}/password")
  HttpResponse<?> password(String username, SignedInUser user, @Valid @Body NewPassword body) {
    Permissions.require(user, ROLES, "管理用户");
    PasswordRule.check(username, body.password());
    String hash = passwords.hash(body.password());
    transactions.run(
        tx -> {
          requireThere(accounts.exists(tx, username), username);
          accounts.changePassword(tx, username, hash);
          audit.append(tx, clock.instant(), user.username(), "CHANGE_PASSWORD", username, "");
        });
    return HttpResponse.noContent();
  }

  /** Lets an account sign in again that too many failures have locked for a while. */
  @Post("/{username}/unlock")
  UserRow unlock(String username, SignedInUser user) {
    Permissions.require(user, ROLES, "管理用户");
    transactions.run(
        tx -> {
          requireThere(accounts.exists(tx, username), username);
          accounts.unlock(tx, username);
          audit.append(tx, clock.instant(), user.username(), "UNLOCK_USER", username, "");
        });
    return row(username);
  }

  /**
   * @param present the unit that the account belongs to; it may stay there when the unit is closed
   */
  private AccountStore.Rights rights(
      Rights wanted, @org.jspecify.annotations.Nullable String present) {
    String unit = wanted.unit() == null || wanted.unit().isBlank() ? null : wanted.unit();
    if (unit != null && !unit.equals(present) && reference.unit(unit).isEmpty()) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "没有代码为“" + unit + "”的承办单位，或该单位已撤销");
    }
    requireUnit(wanted.roles(), unit);
    for (String region : wanted.regionsOrNone()) {
      if (!reference.regions().containsKey(region)) {
        throw new RefusedException(ErrorCode.INVALID_INPUT, "行政区划代码“" + region + "”不在代码表中");
      }
    }
    Scope scope = new Scope(wanted.regionsOrNone(), wanted.categoriesOrNone());
    return new AccountStore.Rights(
        wanted.displayName(),
        wanted.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
        unit,
        String.join(",", scope.regions()),
        scope.categoryNames(),
        wanted.disabled());
  }

  /** Who works for a unit belongs to one. */
  private static void requireUnit(Set<Role> roles, @org.jspecify.annotations.Nullable String unit) {
    boolean ofUnit = roles.stream().anyMatch(UNIT_ROLES::contains);
    if (ofUnit && unit == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "承办单位的人员须指定所属单位");
    }
  }

  private UserRow row(String username) {
    return users
        .findByUsername(username)
        .map(this::row)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有用户“" + username + "”"));
  }

  private UserRow row(AppUser account) {
    Instant until = account.lockedUntil();
    return UserRow.of(account, until != null && clock.instant().isBefore(until) ? until : null);
  }

  private static void requireThere(boolean there, String username) {
    if (!there) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有用户“" + username + "”");
    }
  }

  private static String told(AccountStore.Rights rights) {
    return "roles=%s unit=%s regions=%s categories=%s disabled=%s"
        .formatted(
            rights.roles(),
            rights.unit(),
            rights.regions(),
            rights.categories(),
            rights.disabled());
  }

  /**
   * @param unit code of the handling unit that he works for
   * @param regions codes of the regions that he sees; none for all
   * @param categories likewise
   * @param version the one that was seen; changes whatever it is when it is missing
   */
  @Serdeable
  record Rights(
      @NotBlank @Size(max = 128) String displayName,
      @NotEmpty Set<Role> roles,
      @Nullable @org.jspecify.annotations.Nullable @Size(max = 32) String unit,
      @Nullable @org.jspecify.annotations.Nullable @Size(max = 50) List<String> regions,
      @Nullable @org.jspecify.annotations.Nullable Set<Category> categories,
      boolean disabled,
      @Nullable @org.jspecify.annotations.Nullable Integer version) {

    List<String> regionsOrNone() {
      return regions == null ? List.of() : regions;
    }

    Set<Category> categoriesOrNone() {
      return categories == null ? Set.of() : categories;
    }
  }

  @Serdeable
  record NewUser(
      @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String username,
      @NotBlank @Size(max = 128) String password,
      @Valid Rights rights) {}

  @Serdeable
  record NewPassword(@NotBlank @Size(max = 128) String password) {}

  /**
   * An account.
   *
   * @param lockedUntil when too many failures have locked it for a while
   * @param version grows with each change
   */
  @Serdeable
  record UserRow(
      String username,
      String displayName,
      Set<Role> roles,
      @Nullable @org.jspecify.annotations.Nullable String unit,
      List<String> regions,
      Set<Category> categories,
      boolean disabled,
      @Nullable @org.jspecify.annotations.Nullable OffsetDateTime lockedUntil,
      int version) {

    static UserRow of(AppUser account, @org.jspecify.annotations.Nullable Instant lockedUntil) {
      SignedInUser user = account.signedIn();
      return new UserRow(
          user.username(),
          user.displayName(),
          new TreeSet<>(user.roles()),
          user.unit().orElse(null),
          user.scope().regions(),
          new TreeSet<>(user.scope().categories()),
          account.disabled(),
          lockedUntil == null ? null : Times.local(lockedUntil),
          account.sessionVersion());
    }
  }
}
