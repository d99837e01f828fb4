package hotline.testkit.rules;

import hotline.testkit.Desk;
import hotline.testkit.Network;
import java.time.Instant;

/** A network under several cities' rules, and the time that all of it shares. */
record World(Network network, AdjustableClock clock) implements AutoCloseable {
  static final String GANSU = "620000";
  static final String QINGYANG = "621000";
  static final String INNER_MONGOLIA = "150000";
  static final String BAOTOU = "150200";
  static final String KUNDULUN = "150203";
  static final String TOWN = "150203T01";
  static final String VILLAGE = "150203V01";
  static final String NANJING = "320100";
  static final String CHANGZHOU = "320400";

  /** What the people of that node do and see. */
  City city(String code) {
    return new City(Desk.at(network.node(code)), clock);
  }

  /** A week that begins later than now. */
  PlainWeek nextPlainWeek() {
    return PlainWeek.after(clock.instant());
  }

  void itIs(Instant moment) {
    clock.advanceTo(moment);
  }

  @Override
  public void close() {
    network.close();
  }
}
