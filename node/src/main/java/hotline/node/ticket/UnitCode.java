package hotline.node.ticket;

import java.util.regex.Pattern;

/** The code of a handling unit, unique within its node. */
public record UnitCode(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  public UnitCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("单位代码应为 1 至 32 位字母、数字、点、下划线或短横线，收到“" + value + "”");
    }
  }

  /** Whether a text can be one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  public static UnitCode of(String value) {
    return new UnitCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
