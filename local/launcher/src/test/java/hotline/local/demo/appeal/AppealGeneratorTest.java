package hotline.local.demo.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppealGeneratorTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T10:00:00+08:00");
  private static final IntakeNode CITY = new IntakeNode("621000", "city");
  private static final IntakeNode DISTRICT = new IntakeNode("621002", "district");
  private static final IntakeNode SUB_CENTER = new IntakeNode("621000F01", "sub-center");
  private static final IntakeNode PROVINCE = new IntakeNode("620000", "province");
  private static final List<IntakeNode> NODES =
      List.of(CITY, DISTRICT, CITY, SUB_CENTER, DISTRICT, CITY, PROVINCE);

  @Test
  void theSameSeedGivesTheSameAppealsAndAnotherSeedOthers() {
    assertThat(generate(12345, 120)).isEqualTo(generate(12345, 120));
    assertThat(generate(12345, 120)).isNotEqualTo(generate(54321, 120));
    assertThat(generate(12345, 200).subList(0, 120)).isEqualTo(generate(12345, 120));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 12345})
  void aDefaultRunShowsAllCategoriesAllGroundsManyChannelsAndUrgentOnes(long seed) {
    List<Appeal> appeals = generate(seed, 120);
    AppealRules rules = AppealRules.builtIn();

    assertThat(appeals)
        .extracting(appeal -> appeal.classification().category())
        .contains("CONSULTATION", "HELP", "COMPLAINT", "REPORT", "SUGGESTION", "PRAISE", "OTHER");
    assertThat(appeals)
        .extracting(appeal -> appeal.classification().urgency())
        .contains("GENERAL", "URGENT", "LIVELIHOOD", "COMPLEX");
    assertThat(appeals.stream().map(Appeal::channel).distinct()).hasSizeGreaterThan(5);
    assertThat(appeals).extracting(appeal -> appeal.classification().enterprise()).contains(true);
    assertThat(appeals)
        .extracting(appeal -> rules.refusalGround(appeal.title(), appeal.content()).orElse(""))
        .contains(
            "",
            "OUT_OF_TERRITORY",
            "LEGAL_PROCEDURE",
            "SECRET_OR_PRIVACY",
            "EMERGENCY_SERVICE",
            "ABUSIVE",
            "ALREADY_CONCLUDED",
            "VAGUE",
            "INFORMATION_WITHHELD",
            "OTHER_STATUTORY");
    assertThat(appeals)
        .extracting(Appeal::node)
        .contains("620000", "621000", "621002", "621000F01");
  }

  @Test
  void somePeopleBringTheSameThingTwiceInARow() {
    List<Appeal> appeals = generate(12345, 120);

    assertThat(appeals.stream().skip(1))
        .anySatisfy(
            appeal -> {
              Appeal before = appeals.get(appeals.indexOf(appeal) - 1);
              assertThat(appeal.repeats(before)).isTrue();
              assertThat(appeal.externalId()).isNotEqualTo(before.externalId());
            });
  }

  @Test
  void everySlotIsFilledAndNobodyIsReal() {
    assertThat(generate(12345, 500))
        .allSatisfy(
            appeal -> {
              assertThat(appeal.title() + appeal.content()).doesNotContain("{", "}");
              assertThat(
                      appeal.requester().phone() == null
                          || appeal.requester().phone().startsWith("0934-0"))
                  .isTrue();
              assertThat(appeal.occurredAt()).isBefore(NOW);
            });
    assertThat(generate(12345, 500)).extracting(Appeal::externalId).doesNotHaveDuplicates();
  }

  @Test
  void theRulesAgreeWithTheTemplatesOnWhatIsOutOfScope() {
    AppealRules rules = AppealRules.builtIn();
    for (String tier : List.of("province", "city", "district", "sub-center")) {
      assertThat(Templates.builtIn().at(tier, true))
          .allSatisfy(
              template ->
                  assertThat(rules.refusalGround(template.title(), template.content()))
                      .hasValue(template.ground()));
      assertThat(Templates.builtIn().at(tier, false))
          .isNotEmpty()
          .allSatisfy(
              template ->
                  assertThat(rules.refusalGround(template.title(), template.content())).isEmpty());
    }
  }

  private static List<Appeal> generate(long seed, int count) {
    return new AppealGenerator(seed, NODES, List.of("621002", "621021", "621022"), NOW)
        .generate(count)
        .toList();
  }
}
