package hotline.testkit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.testkit.Desk;
import java.time.YearMonth;
import java.time.ZoneId;
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

  /** An appeal of that category is answered by the call taker. */
  Filed answersAtOnce(String category) throws Exception {
    Map<String, Object> appeal = appeal(category, "GENERAL");
    appeal.put("decision", Map.of("kind", "ANSWER", "answer", "可到就近窗口办理。"));
    return new Filed(desk, desk.register(appeal).path("id").asText(), clock);
  }

  JsonNode supervises(String unit, String tool, String cause) throws Exception {
    return desk.client()
        .post(
            "duban",
            "/api/supervisions",
            Map.of(
                "target",
                Map.of("kind", "UNIT", "code", unit),
                "tool",
                tool,
                "trigger",
                cause,
                "demand",
                "请说明情况并整改"));
  }

  /** One of this month's sums of a unit. */
  long counted(String unit, String number) throws Exception {
    String month = YearMonth.from(clock.instant().atZone(ZoneId.of("Asia/Shanghai"))).toString();
    for (JsonNode one : desk.client().get("duban", "/api/assessment?month=" + month)) {
      if (one.path("code").asText().equals(unit)) {
        return one.path("numbers").path(number).asLong();
      }
    }
    return 0;
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
