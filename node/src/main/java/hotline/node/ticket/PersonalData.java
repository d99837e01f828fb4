package hotline.node.ticket;

import org.jspecify.annotations.Nullable;

/** What must not travel over a masked link, nor into a log: hence the empty {@link #toString}. */
public record PersonalData(
    @Nullable String name, @Nullable String phone, @Nullable String address) {

  public static final PersonalData NONE = new PersonalData(null, null, null);

  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public String toString() {
    return "PersonalData[…]";
  }
}
