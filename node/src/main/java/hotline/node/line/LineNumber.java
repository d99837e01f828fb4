package hotline.node.line;

import java.util.regex.Pattern;

/** A number that people dial: digits, or for a channel without one a short name. */
public record LineNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9]{3,12}|[A-Za-z][A-Za-z0-9-]{1,19}");

  public LineNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "热线号码应为 3 至 12 位数字，渠道应为字母开头的 2 至 20 位字母、数字或短横线，收到“" + value + "”");
    }
  }

  /** Whether a text can be one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
