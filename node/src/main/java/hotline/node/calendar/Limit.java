package hotline.node.calendar;

import java.time.Duration;

/** How long something may take. */
public sealed interface Limit {

  /** So much time by the clock on the wall, day and night. */
  record WallTime(Duration time) implements Limit {

    public WallTime {
      requirePositive(time);
    }

    @Override
    public WallTime times(int factor) {
      return new WallTime(time.multipliedBy(factor));
    }

    @Override
    public String text() {
      return amount(time);
    }
  }

  /** So much time within working hours. */
  record WorkingTime(Duration time) implements Limit {

    public WorkingTime {
      requirePositive(time);
    }

    @Override
    public WorkingTime times(int factor) {
      return new WorkingTime(time.multipliedBy(factor));
    }

    @Override
    public String text() {
      return "工作时间" + amount(time);
    }
  }

  /**
   * Whole working days. The day on which the limit starts does not count and the last day runs
   * until the end of business, as in the Civil Code, articles 201 and 203.
   */
  record WorkingDays(int days) implements Limit {

    public WorkingDays {
      if (days < 1) {
        throw new IllegalArgumentException("working days " + days + ": expected at least 1");
      }
    }

    @Override
    public WorkingDays times(int factor) {
      return new WorkingDays(days * factor);
    }

    @Override
    public String text() {
      return days + "个工作日";
    }
  }

  /** The limit taken {@code factor} times, {@code factor} at least 1. */
  Limit times(int factor);

  /** For people to read, in Chinese. */
  String text();

  private static String amount(Duration time) {
    return time.toMinutes() % 60 == 0 ? time.toHours() + "小时" : time.toMinutes() + "分钟";
  }

  private static void requirePositive(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("limit " + time + ": expected more than nothing");
    }
  }
}
