package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One box for everything. */
class TypedTest {

  @Test
  void aTicketsNumberIsOneHoweverItIsWritten() {
    assertThat(Typed.of(" 621000f01-20261121-000042 ").id()).isEqualTo("621000F01-20261121-000042");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19912345678", "+86 199 1234 5678", "0934-8612345", "(0934)8612345"})
  void aTelephoneNumberIsNoWord(String number) {
    Typed typed = Typed.of(number);

    assertThat(typed.phone()).isNotNull();
    assertThat(typed.words()).isEmpty();
  }

  @Test
  void aDayThatDoesNotExistMakesNoTicketsNumber() {
    assertThat(Typed.of("621000-20261341-000042").id()).isNull();
  }

  @Test
  void whatLooksLikeAQueryCodeMayStillBeAWord() {
    Typed typed = Typed.of("ABCDEFGH2345");

    assertThat(typed.queryCode()).isEqualTo("ABCDEFGH2345");
    assertThat(typed.words()).containsExactly("ABCDEFGH2345");
  }

  @Test
  void anythingElseIsWords() {
    assertThat(Typed.of("南大街 路灯").words()).containsExactly("南大街", "路灯");
    assertThat(Typed.of("WX-2026-0001").words()).containsExactly("WX-2026-0001");
    assertThat(Typed.of("  ")).isEqualTo(Typed.NOTHING);
  }
}
