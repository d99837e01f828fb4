package hotline.node.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordRuleTest {

  @Test
  void aLongPasswordOfThreeKindsOfCharactersIsTaken() {
    assertThatCode(() -> PasswordRule.check("huawu", "Rainy-day-24")).doesNotThrowAnyException();
    assertThatCode(() -> PasswordRule.check("huawu", "rainy-day-24")).doesNotThrowAnyException();
  }

  @Test
  void aShortOrUniformOneOrOneWithTheUsersNameIsRefusedWithoutBeingShown() {
    refused("Rain-24", "10 至 128 位", "收到 7 位");
    refused("rainyrainyday24", "至少 3 种", "收到 2 种");
    refused("My-Huawu-2026", "不能包含用户名");
  }

  private static void refused(String password, String... said) {
    assertThatThrownBy(() -> PasswordRule.check("huawu", password))
        .hasMessageContainingAll(said)
        .hasMessageNotContaining(password);
  }
}
