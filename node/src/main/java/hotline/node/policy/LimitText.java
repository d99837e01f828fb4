package hotline.node.policy;

import hotline.node.calendar.Limit;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits as people write them: {@code 2 hours}, {@code 3 working hours}, {@code 5 working days}.
 */
final class LimitText {

  static final String EXPECTED =
      "“N minutes”、“N hours”、“N working minutes”、“N working hours”或“N working days”（N为正整数）";

  private static final Pattern FORM =
      Pattern.compile("([1-9][0-9]{0,4}) (working )?(minutes?|hours?|days?)");

  private LimitText() {}

  static Limit parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected " + EXPECTED);
    }
    int amount = Integer.parseInt(matcher.group(1));
    boolean working = matcher.group(2) != null;
    String unit = matcher.group(3);
    if (unit.startsWith("day")) {
      if (!working) {
        throw new IllegalArgumentException("expected " + EXPECTED);
      }
      return new Limit.WorkingDays(amount);
    }
    Duration time = unit.startsWith("hour") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
    return working ? new Limit.WorkingTime(time) : new Limit.WallTime(time);
  }
}
