package hotline.node.desk;

import org.jspecify.annotations.Nullable;

/** Tells whose a telephone number is, without saying who that is. */
@FunctionalInterface
public interface PhoneKeys {

  /** The key under which tickets of that number's owner are kept. */
  @Nullable String keyOfPhone(String phone);
}
