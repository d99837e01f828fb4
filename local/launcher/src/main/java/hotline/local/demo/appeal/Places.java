package hotline.local.demo.appeal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The values that fill the slots of the templates. */
final class Places {

  private final Map<String, List<String>> values = new HashMap<>();

  private Places(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        values.put(words.get(0), words.subList(1, words.size()));
      }
    }
  }

  static Places builtIn() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream("places.txt")),
                StandardCharsets.UTF_8))) {
      return new Places(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String pick(String slot, Dice dice, Object... key) {
    List<String> choices = values.get(slot);
    if (choices == null) {
      throw new IllegalArgumentException("slot '" + slot + "': expected one of " + values.keySet());
    }
    return choices.get(dice.below(choices.size(), key));
  }
}
