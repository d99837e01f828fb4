package hotline.local.demo.appeal;

import hotline.local.demo.appeal.Templates.Template;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes up appeals that people of one city could have: the same seed gives the same appeals in the
 * same order.
 *
 * <p>Names and telephone numbers are recognisably fictional: no Chinese local number begins with a
 * zero.
 */
public final class AppealGenerator {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
  private static final List<String> CHANNELS =
      List.of(
          "PHONE",
          "PHONE",
          "PHONE",
          "PHONE",
          "WECHAT",
          "WEB",
          "APP",
          "SMS",
          "WEIBO",
          "FAX",
          "EMAIL",
          "ROBOT",
          "PEOPLE_MESSAGE_BOARD",
          "NATIONAL_PLATFORM",
          "SERVICE_REVIEW");
  private static final int OUT_OF_SCOPE_EVERY = 8;
  private static final int REPEATED_PERCENT = 4;
  private static final int ANONYMOUS_PERCENT = 5;

  private final Dice dice;
  private final long seed;
  private final List<IntakeNode> nodes;
  private final List<String> regions;
  private final OffsetDateTime now;
  private final Templates templates = Templates.builtIn();
  private final Places places = Places.builtIn();

  /**
   * @param nodes where appeals come in, in turn; a node that stands there twice gets twice as many
   * @param regions the codes of the regions that appeals are about, the district's own first
   * @param now the time before which everything happened
   */
  public AppealGenerator(
      long seed, List<IntakeNode> nodes, List<String> regions, OffsetDateTime now) {
    if (nodes.isEmpty() || regions.isEmpty()) {
      throw new IllegalArgumentException("expected at least one node and one region");
    }
    this.seed = seed;
    this.dice = new Dice(seed);
    this.nodes = List.copyOf(nodes);
    this.regions = List.copyOf(regions);
    this.now = now;
  }

  /** The first {@code count} appeals of this seed. */
  public Stream<Appeal> generate(int count) {
    List<Appeal> appeals = new ArrayList<>();
    for (int i = 0; appeals.size() < count; i++) {
      Appeal appeal = appeal(i);
      appeals.add(appeal);
      if (dice.chance(REPEATED_PERCENT, "repeated", i)
          && !appeal.requester().anonymous()
          && appeals.size() < count) {
        appeals.add(repetition(appeal));
      }
    }
    return appeals.stream();
  }

  private Appeal appeal(int i) {
    IntakeNode node = nodes.get(i % nodes.size());
    Template template = template(node, i);
    return new Appeal(
        new ExternalId("demo", seed + "-" + i),
        node.code(),
        CHANNELS.get(dice.below(CHANNELS.size(), "channel", i)),
        new Classification(template.category(), template.urgency(), template.enterprise()),
        fill(template.title(), i),
        fill(template.content(), i),
        region(node, i),
        fill("{place}", i),
        now.minusMinutes(30L + dice.below(4 * 24 * 60, "occurred", i)),
        citizen(i));
  }

  /**
   * Every eighth appeal is out of scope, the grounds in turn, so that a short run shows them all.
   */
  private Template template(IntakeNode node, int i) {
    if (i % OUT_OF_SCOPE_EVERY == OUT_OF_SCOPE_EVERY - 1) {
      List<Template> outOfScope = templates.at(node.tier(), true);
      List<String> grounds = templates.grounds();
      String ground = grounds.get(i / OUT_OF_SCOPE_EVERY % grounds.size());
      List<Template> choices = outOfScope.stream().filter(t -> t.ground().equals(ground)).toList();
      if (!choices.isEmpty()) {
        return choices.get(dice.below(choices.size(), "template", i));
      }
    }
    List<Template> inScope = templates.at(node.tier(), false);
    return inScope.get(dice.below(inScope.size(), "template", i));
  }

  private String region(IntakeNode node, int i) {
    if (regions.contains(node.code())) {
      return node.code();
    }
    // most of what a city or province hears is about the seat district, which has a node of its own
    return node.isProvince() || dice.chance(45, "region", i)
        ? regions.get(0)
        : regions.get(dice.below(regions.size(), "elsewhere", i));
  }

  private Citizen citizen(int i) {
    if (dice.chance(ANONYMOUS_PERCENT, "anonymous", i)) {
      return new Citizen(null, null, null, true);
    }
    return new Citizen(
        places.pick("surname", dice, "surname", i) + places.pick("given", dice, "given", i),
        "0934-0%06d".formatted(dice.below(1_000_000, "phone", i)),
        places.pick("community", dice, "home", i) + (1 + dice.below(20, "house", i)) + "号楼",
        false);
  }

  private static Appeal repetition(Appeal first) {
    return new Appeal(
        new ExternalId(first.externalId().system(), first.externalId().number() + "-again"),
        first.node(),
        "PHONE",
        first.classification(),
        first.title(),
        first.content(),
        first.region(),
        first.place(),
        first.occurredAt(),
        first.requester());
  }

  private String fill(String text, int i) {
    return SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), i)));
  }

  /** A slot has one value throughout an appeal, so that title and content agree. */
  private String value(String slot, int i) {
    return slot.equals("n")
        ? String.valueOf(2 + dice.below(7, "n", i))
        : places.pick(slot, dice, slot, i);
  }
}
