package hotline.node.life;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Matter;
import hotline.node.classification.Region;
import hotline.node.classification.Urgency;
import hotline.node.ticket.Alias;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Requester;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Made-up appeals. */
final class Appeals {

  private Appeals() {}

  static Appeal usual() {
    return of(Category.HELP, Urgency.GENERAL);
  }

  static Appeal of(Category category, Urgency urgency) {
    return new Appeal(
        Channel.PHONE,
        category,
        urgency,
        false,
        new Matter("0203", "供热"),
        "小区暖气不热",
        "南街小区三号楼暖气不热，已有两天。",
        new Region("621002", "西峰区"),
        "南街小区",
        Instant.parse("2026-03-01T10:00:00Z"),
        List.of());
  }

  static Requester requester() {
    return Requester.of(false, "k1", new PersonalData("张三", "13800000000", "南街小区五单元602室"));
  }

  static Requester anonymous() {
    return Requester.of(true, null, PersonalData.NONE);
  }

  static Appeal random(Random random) {
    Category[] categories = Category.values();
    Urgency[] urgencies = Urgency.values();
    Channel[] channels = Channel.values();
    return new Appeal(
        channels[random.nextInt(channels.length - 1)],
        categories[random.nextInt(categories.length - 1)],
        urgencies[random.nextInt(urgencies.length - 1)],
        random.nextBoolean(),
        random.nextBoolean() ? new Matter("0" + random.nextInt(9), "事项") : null,
        "标题" + random.nextInt(100),
        "内容，多行\n第二行",
        random.nextInt(5) == 0 ? null : new Region("621002", "西峰区"),
        random.nextBoolean() ? "某处" : null,
        random.nextBoolean() ? Instant.parse("2026-02-01T00:00:00Z") : null,
        random.nextInt(4) == 0 ? List.of(new Alias("人民网", "p" + random.nextInt(99))) : List.of());
  }
}
