package hotline.node.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the names of a node must look like (TOP-17).
 *
 * @param full its name in full, as the public is told
 * @param brief its name for short
 */
public record NameRule(Pattern full, Pattern brief) {

  /** What is wrong with the names, with what was given and what is expected; empty when nothing. */
  public Optional<String> problem(String fullName, String shortName) {
    if (!full.matcher(fullName).matches()) {
      return Optional.of("全称应符合 " + full + "，收到“" + fullName + "”");
    }
    if (!brief.matcher(shortName).matches()) {
      return Optional.of("简称应符合 " + brief + "，收到“" + shortName + "”");
    }
    return Optional.empty();
  }

  /** Patterns are equal when they say the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NameRule rule
        && rule.full.pattern().equals(full.pattern())
        && rule.brief.pattern().equals(brief.pattern());
  }

  @Override
  public int hashCode() {
    return full.pattern().hashCode() * 31 + brief.pattern().hashCode();
  }
}
