package hotline.local.demo.summary;

import hotline.local.demo.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The summary as other programs read it. The names are fixed.
 *
 * @param story how often the people of the demo did what, by {@link
 *     hotline.local.demo.scenario.Act#key()}
 */
public record Report(
    boolean ok,
    List<NodeCounts> nodes,
    List<StreamCounts> streams,
    Lag lagMillis,
    Map<String, Long> story) {

  /** Writes it as JSON, replacing the file as a whole. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }
}
