package hotline.local.demo.scenario;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.PageOf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Some questions with their answers, reported and published at one node, from where all nodes below
 * get them. What is there already is not reported again.
 */
public final class KnowledgeStock {

  private static final String FILE = "/hotline/local/demo/knowledge.tsv";
  private static final String VALID_FROM = "2026-01-01";

  private final HttpNode node;

  public KnowledgeStock(HttpNode node) {
    this.node = node;
  }

  /** An entry as the node shows it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(long id, int version, String question) {}

  /**
   * Reports and publishes what is missing.
   *
   * @return how many entries were published
   */
  public int fill() throws ApiRefusal, IOException, InterruptedException {
    int published = 0;
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      if (!isThere(cells[0])) {
        publish(cells);
        published++;
      }
    }
    return published;
  }

  private boolean isThere(String question) throws ApiRefusal, IOException, InterruptedException {
    String path =
        "/api/knowledge/entries?size=1&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    return node.get(Users.REVIEWER, path, new TypeReference<PageOf<Entry>>() {}).total() > 0;
  }

  private void publish(String[] cells) throws ApiRefusal, IOException, InterruptedException {
    Map<String, String> knowledge =
        Map.of(
            "question", cells[0],
            "answer", cells[1],
            "basis", cells[2],
            "openness", cells[3],
            "validFrom", VALID_FROM);
    Entry entry =
        node.post(
                Users.POLICY_SPECIALIST,
                "/api/knowledge/entries",
                Map.of("knowledge", knowledge),
                Entry.class)
            .body();
    node.post(
        Users.REVIEWER,
        "/api/knowledge/entries/" + entry.id() + "/publish",
        Map.of("version", entry.version()),
        Entry.class);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = Objects.requireNonNull(KnowledgeStock.class.getResourceAsStream(FILE));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
