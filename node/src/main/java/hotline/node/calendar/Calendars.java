package hotline.node.calendar;

/** The holidays as this node knows them: what was announced later adds versions. */
public interface Calendars {

  Holidays current();

  /** As they were under a number; the current ones when there is no such number. */
  Holidays version(int number);

  /** Always the same. */
  static Calendars fixed(Holidays holidays) {
    return new Calendars() {
      @Override
      public Holidays current() {
        return holidays;
      }

      @Override
      public Holidays version(int number) {
        return holidays;
      }
    };
  }
}
