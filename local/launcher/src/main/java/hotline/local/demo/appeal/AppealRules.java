package hotline.local.demo.appeal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The keyword rules of {@code rules.txt}: they guess what a text is about where no person sits to
 * read it. Within a kind the order of the lines decides, and the title counts before the content.
 */
public final class AppealRules {

  private static final String RESOURCE = "rules.txt";
  private static final String NONE = "NONE";

  private record Rule(String value, List<String> words) {
    boolean matches(String text) {
      return words.stream().anyMatch(text::contains);
    }
  }

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> guidance = new HashMap<>();

  private AppealRules(List<String> lines) {
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().split("\\s+"));
      if (words.size() < 3) {
        throw new IllegalArgumentException(
            RESOURCE + ": '" + line + "': expected a kind, a value and at least one word");
      }
      switch (words.get(0)) {
        case "default" -> defaults.put(words.get(1), words.get(2));
        case "guidance" -> guidance.put(words.get(1), words.get(2));
        default ->
            rules
                .computeIfAbsent(words.get(0), kind -> new ArrayList<>())
                .add(new Rule(words.get(1), words.subList(2, words.size())));
      }
    }
  }

  /** The rules that come with the program. */
  public static AppealRules builtIn() {
    try (InputStream in =
            Objects.requireNonNull(AppealRules.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new AppealRules(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Classification classify(String title, String content) {
    return new Classification(
        decide("category", title, content),
        decide("urgency", title, content),
        decide("enterprise", title, content).equals("YES"));
  }

  /** The ground on which the appeal is out of scope (ACC-01 to ACC-11), if it is. */
  public Optional<String> refusalGround(String title, String content) {
    return Optional.of(decide("refusal", title, content)).filter(ground -> !ground.equals(NONE));
  }

  /** What the citizen is told with a refusal on this ground (ACC-12). */
  public String guidance(String ground) {
    return guidance.getOrDefault(ground, "该诉求不属于热线受理范围，请通过相应的法定渠道反映。");
  }

  /** A part of the name of the unit that would handle it, if the text tells. */
  public Optional<String> unitName(String title, String content) {
    return Optional.of(decide("unit", title, content)).filter(name -> !name.equals(NONE));
  }

  private String decide(String kind, String title, String content) {
    List<Rule> candidates = rules.getOrDefault(kind, List.of());
    for (String text : List.of(title, content)) {
      for (Rule rule : candidates) {
        if (rule.matches(text)) {
          return rule.value();
        }
      }
    }
    return defaults.getOrDefault(kind, NONE);
  }
}
