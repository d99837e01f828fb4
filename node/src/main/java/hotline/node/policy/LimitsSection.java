package hotline.node.policy;

import hotline.node.calendar.Limit;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads {@code limits:}. */
final class LimitsSection {

  /** As much as fits where deadlines are watched over. */
  private static final int MAX_RULE = 60;

  private LimitsSection() {}

  static Limits read(Section section) {
    List<HandlingLimit> handling =
        section.sections("handling").stream().map(LimitsSection::handling).toList();
    requireCatchAll(section, "handling", handling.stream().map(HandlingLimit::when).toList());
    List<ReturnLimit> returns =
        section.sections("return").stream()
            .map(rule -> new ReturnLimit(when(rule), rule.ruledLimit()))
            .toList();
    requireCatchAll(section, "return", returns.stream().map(ReturnLimit::when).toList());
    return new Limits(
        section.ruledLimit("dispatch"),
        section.ruledLimit("sign-for"),
        statutory(section),
        handling,
        returns,
        section.optionalRuledLimit("return-review"),
        slack(section),
        section.percent("nearly-due"));
  }

  private static List<StatutoryLimit> statutory(Section section) {
    return section.has("statutory")
        ? section.sections("statutory").stream().map(LimitsSection::statutoryOf).toList()
        : List.of();
  }

  private static StatutoryLimit statutoryOf(Section section) {
    List<String> matters = section.texts("matters");
    if (matters.isEmpty() || matters.stream().anyMatch(String::isBlank)) {
      throw section.wrong("matters", "至少一个事项代码，如 [CJ0102]");
    }
    RuledLimit limit = section.ruledLimit();
    if (limit.rule().length() > MAX_RULE) {
      throw section.wrong("rule", limit.rule(), "不超过 " + MAX_RULE + " 字的依据");
    }
    return new StatutoryLimit(Set.copyOf(matters), limit);
  }

  private static HandlingLimit handling(Section section) {
    Set<Milestone> metBy =
        section.has("met-by")
            ? section.constants("met-by", Milestone.class)
            : EnumSet.of(Milestone.REPLY);
    if (metBy.isEmpty()) {
      throw section.wrong("met-by", "至少一项，如 [reply]");
    }
    return new HandlingLimit(
        when(section), section.ruledLimit(), section.optionalLimit("feedback"), metBy);
  }

  private static Duration slack(Section section) {
    if (section.limit("slack") instanceof Limit.WorkingTime working) {
      return working.time();
    }
    throw section.wrong("slack", section.text("slack"), "工作时间，如 4 working hours");
  }

  private static Case when(Section section) {
    if (!section.has("when")) {
      return Case.ANY;
    }
    Section when = section.section("when");
    return new Case(
        when.optionalConstants("category", Category.class),
        when.optionalConstants("urgency", Urgency.class),
        when.optionalConstants("assignee", AssigneeKind.class));
  }

  private static void requireCatchAll(Section section, String key, List<Case> cases) {
    int all = cases.indexOf(Case.ANY);
    if (all < 0 || all != cases.size() - 1) {
      throw section.wrong(key, "最后一条（且仅最后一条）不带 when，适用于其余情形");
    }
  }
}
