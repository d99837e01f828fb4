package hotline.node.work;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate in the hands of a unit of work.
 *
 * @param <T> ticket or assignment
 */
final class Tracked<T> {

  private final @Nullable T before;
  private T now;

  private Tracked(@Nullable T before, T now) {
    this.before = before;
    this.now = now;
  }

  static <T> Tracked<T> loaded(T stored) {
    return new Tracked<>(stored, stored);
  }

  static <T> Tracked<T> created(T fresh) {
    return new Tracked<>(null, fresh);
  }

  /** As it is stored; null when it is new. */
  @Nullable T before() {
    return before;
  }

  T now() {
    return now;
  }

  void become(T next) {
    now = next;
  }

  boolean changed() {
    return before != now;
  }
}
