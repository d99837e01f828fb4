package hotline.testkit.rules;

import hotline.testkit.Desk;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A city's hotline, in the words of its rules. */
final class City {
  private final Desk desk;
  private final AdjustableClock clock;

  City(Desk desk, AdjustableClock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  Desk desk() {
    return desk;
  }

  /** An appeal of that category, of nobody else and about nothing else, is accepted. */
  Filed accepts(String category) throws Exception {
    return accepts(category, "GENERAL");
  }

  Filed accepts(String category, String urgency) throws Exception {
    return new Filed(desk, desk.accept(appeal(category, urgency)), clock);
  }

  Map<String, Object> appeal(String category, String urgency) {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", category);
    appeal.put("urgency", urgency);
    appeal.put("title", "小区供暖不足 " + mark);
    appeal.put("content", "小区入冬以来室温一直偏低，请核实处理。编号 " + mark);
    appeal.put("place", "和平路 " + mark);
    appeal.put(
        "requester",
        Map.of(
            "name", "测试人" + mark, "phone", "0900-" + Math.floorMod(mark.hashCode(), 10_000_000)));
    return appeal;
  }
}
