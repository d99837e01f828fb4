package hotline.node.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** No list of the console is forgotten: what the node hands out as a list, it exports. */
class EveryListIsExportedTest {

  private static final String PART = "part of one thing's page";
  private static final String OWN = "a person's own settings";
  private static final String CHOICES = "what a form lets choose from, or proposes";
  private static final String OTHERS = "not for the console";

  /** What is no list of the console's, with the reason. */
  private static final Map<String, String> NONE =
      Map.ofEntries(
          Map.entry("/api/assignments/{id}/deadlines", PART),
          Map.entry("/api/tickets/{id}/deadlines", PART),
          Map.entry("/api/tickets/{id}/repeats", PART),
          Map.entry("/api/tickets/{id}/timeline", PART),
          Map.entry("/api/units/{code}/history", PART),
          Map.entry("/api/presence", PART),
          Map.entry("/api/agent/calls", PART),
          Map.entry("/api/desk/macros", OWN),
          Map.entry("/api/desk/views", OWN),
          Map.entry("/api/broadcasts/kinds", CHOICES),
          Map.entry("/api/department-streams/certificates", CHOICES),
          Map.entry("/api/intake/related/{id}", CHOICES),
          Map.entry("/api/intake/suggestions/{id}", CHOICES),
          Map.entry("/api/lookups", CHOICES),
          Map.entry("/api/policies/bundled", CHOICES),
          Map.entry("/api/knowledge", "its entries are, under /api/knowledge/entries"),
          Map.entry("/api/exchange/linkage/{number}/handovers", OTHERS),
          Map.entry("/api/public/appeals/{queryCode}/history", OTHERS),
          Map.entry("/api/public/knowledge", OTHERS));

  @Test
  void aListHasAnExportBesideItOrAReasonToHaveNone() throws IOException {
    Map<String, Object> paths = paths();
    Set<String> missing = new TreeSet<>();
    paths.forEach(
        (path, operations) -> {
          if (isList(operations) && !paths.containsKey(path + "/export")) {
            missing.add(path);
          }
        });

    assertThat(missing).containsExactlyInAnyOrderElementsOf(NONE.keySet());
    assertThat(paths).as("what the node describes").containsKey("/api/tickets/export");
  }

  private static boolean isList(Object operations) {
    Object schema =
        at(operations, "get", "responses", "200", "content", "application/json", "schema");
    return "array".equals(at(schema, "type"))
        || String.valueOf(at(schema, "$ref")).contains("/PageView_");
  }

  private static @Nullable Object at(@Nullable Object from, String... keys) {
    Object at = from;
    for (String key : keys) {
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return at;
  }

  private static Map<String, Object> paths() throws IOException {
    try (InputStream in =
        EveryListIsExportedTest.class.getResourceAsStream("/META-INF/swagger/hotline.yml")) {
      Map<String, Map<String, Object>> description = new Yaml().load(in);
      return new TreeMap<>(description.get("paths"));
    }
  }
}
