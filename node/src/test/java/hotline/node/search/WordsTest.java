package hotline.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19912345678",
        "199 1234 5678",
        "199-1234-5678",
        "+8619912345678",
        "0934-8612345",
        "62282719900101123X",
        "６２２８２７１９９００１０１１２３４"
      })
  @Requirement("SEC-01")
  void numbersThatMayBeAPersonsAreNeitherIndexedNorShown(String number) {
    String text = "请回电" + number + "，谢谢";

    assertThat(Words.withoutNumbers(text)).startsWith("请回电").endsWith("，谢谢");
    assertThat(Words.withoutNumbers(text)).doesNotContainPattern("\\p{Nd}");
    assertThat(Words.numbersHidden(text)).doesNotContain(number).contains("****");
  }

  @Test
  void numbersOfHousesAndYearsStay() {
    String text = "2026年南大街18号院3单元1201室";

    assertThat(Words.withoutNumbers(text)).isEqualTo(text);
    assertThat(Words.numbersHidden(text)).isEqualTo(text);
  }

  @Test
  void wordsArePartedBySpacesAndCommas() {
    assertThat(Words.of("  路灯　不亮，南大街 路灯")).containsExactly("路灯", "不亮", "南大街");
  }
}
