package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.DeskViewStore;
import hotline.node.store.DeskViewStore.Narrowing;
import hotline.node.store.DeskViewStore.SavedView;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The filters that a user keeps under names. Each call answers with all that he then has. */
@Controller("/api/desk/views")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "desk")
class DeskViewController {

  private static final int MOST = 60;

  private final Transactions transactions;
  private final DeskViewStore store;

  DeskViewController(Transactions transactions, DeskViewStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @Get
  List<DeskView> list(SignedInUser user) {
    return transactions.call(tx -> views(store.of(tx, user.username())));
  }

  @Post
  List<DeskView> add(SignedInUser user, @Valid @Body NewView body) {
    return transactions.call(
        tx -> {
          if (store.of(tx, user.username()).size() >= MOST) {
            throw new RefusedException(
                ErrorCode.STATE_FORBIDS, "每人最多保存 " + MOST + " 个筛选视图，请先删除不用的");
          }
          store.add(
              tx, user.username(), body.desk(), body.name().strip(), body.filter().narrowing());
          return views(store.of(tx, user.username()));
        });
  }

  /** Renames it, or keeps another filter under its name. */
  @Put("/{id}")
  List<DeskView> change(long id, SignedInUser user, @Valid @Body ChangedView body) {
    return transactions.call(
        tx -> {
          require(
              store.change(tx, user.username(), id, body.name().strip(), body.filter().narrowing()),
              id);
          return views(store.of(tx, user.username()));
        });
  }

  @Delete("/{id}")
  List<DeskView> remove(long id, SignedInUser user) {
    return transactions.call(
        tx -> {
          require(store.remove(tx, user.username(), id), id);
          return views(store.of(tx, user.username()));
        });
  }

  private static void require(boolean found, long id) {
    if (!found) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + id + " 的筛选视图，可能已被删除");
    }
  }

  private static List<DeskView> views(List<SavedView> saved) {
    return saved.stream().map(DeskView::of).toList();
  }

  /** What a list is narrowed to; empty where it is not. */
  @Serdeable
  record ViewFilter(
      @NotNull @Size(max = 32) String queue,
      @NotNull @Pattern(regexp = "[0-9]{0,12}") String region,
      @NotNull @Size(max = 24) String category,
      @NotNull @Size(max = 24) String urgency,
      @NotNull @Size(max = 32) String unit,
      @NotNull @Size(max = 100) String words) {

    Narrowing narrowing() {
      return new Narrowing(queue, region, category, urgency, unit, words);
    }

    static ViewFilter of(Narrowing narrowing) {
      return new ViewFilter(
          narrowing.queue(),
          narrowing.region(),
          narrowing.category(),
          narrowing.urgency(),
          narrowing.unit(),
          narrowing.words());
    }
  }

  @Serdeable
  record NewView(
      @NotBlank @Pattern(regexp = "[a-z-]{1,32}") String desk,
      @NotBlank @Size(max = 50) String name,
      @NotNull @Valid ViewFilter filter) {}

  @Serdeable
  record ChangedView(@NotBlank @Size(max = 50) String name, @NotNull @Valid ViewFilter filter) {}

  @Serdeable
  record DeskView(long id, String desk, String name, ViewFilter filter) {
    static DeskView of(SavedView saved) {
      return new DeskView(saved.id(), saved.desk(), saved.name(), ViewFilter.of(saved.narrowing()));
    }
  }
}
