package hotline.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotline.local.demo.client.ApiRefusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the rules do not allow. */
final class Refusals {
  private Refusals() {}

  /** The attempt is refused with that code, and with a reason in words. */
  static void refused(String code, String reason, ThrowingCallable attempt) {
    ApiRefusal refusal = catchThrowableOfType(ApiRefusal.class, attempt);
    assertThat(refusal).as("refused").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessageContaining(reason);
  }
}
