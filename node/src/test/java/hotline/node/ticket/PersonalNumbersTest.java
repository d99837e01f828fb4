package hotline.node.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19912345678",
        "199-1234-5678",
        "199 1234 5678",
        "62282119900101123X",
        "0934-8212345",
        "6222021234567890123",
        "+8619912345678",
        "６２２８２７１９９００１０１１２３４"
      })
  @Requirement("SEC-01")
  void aNumberInTheMiddleOfATextIsHidden(String number) {
    String shown = PersonalNumbers.hidden("请联系" + number + "核实");

    assertThat(shown).doesNotContain(number).startsWith("请联系").endsWith("核实").contains("****");
    assertThat(PersonalNumbers.hidden(shown)).as("once more").isEqualTo(shown);
    assertThat(PersonalNumbers.without("请联系" + number + "核实"))
        .startsWith("请联系")
        .endsWith("核实")
        .doesNotContainPattern("\\p{Nd}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "并入工单 621000-20261121-000042 办理",
        "转自 621000F01-20261121-000042",
        "请拨打 12345，2026 年 11 月 21 日前答复",
        "2026年南大街18号院3单元1201室",
        "花费 $1 与 \\\\ 符号"
      })
  void whatIsNobodysStays(String text) {
    assertThat(PersonalNumbers.hidden(text)).isEqualTo(text);
    assertThat(PersonalNumbers.without(text)).isEqualTo(text);
  }

  @Test
  void aMissingTextStaysMissing() {
    assertThat(PersonalNumbers.hiddenIn(null)).isNull();
  }
}
