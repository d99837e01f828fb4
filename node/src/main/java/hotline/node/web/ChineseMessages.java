package hotline.node.web;

import io.micronaut.context.StaticMessageSource;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/** What a field that is wrong is told, in Chinese. */
@Singleton
final class ChineseMessages extends StaticMessageSource {

  private static final String PREFIX = "jakarta.validation.constraints.";

  ChineseMessages() {
    say("NotBlank", "不能为空");
    say("NotNull", "不能为空");
    say("NotEmpty", "不能为空");
    say("Size", "长度应在 {min} 到 {max} 之间");
    say("Min", "不能小于 {value}");
    say("Max", "不能大于 {value}");
    say("Positive", "应大于 0");
    say("PositiveOrZero", "不能小于 0");
    say("Pattern", "格式不符，应匹配 {regexp}");
  }

  private void say(String constraint, String message) {
    addMessage(PREFIX + constraint + ".message", message);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
