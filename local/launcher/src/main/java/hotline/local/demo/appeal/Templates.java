package hotline.local.demo.appeal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The sentences from which appeals are made up. */
final class Templates {

  /**
   * One kind of appeal.
   *
   * @param tier the tier at which it comes in, or {@code any}
   * @param ground why it is out of scope; empty when it is not
   */
  record Template(
      String tier,
      String category,
      String urgency,
      boolean enterprise,
      String ground,
      String title,
      String content) {

    boolean outOfScope() {
      return !ground.isEmpty();
    }

    /**
     * Whether a node of this tier gets such appeals; the province handles only what is meant for
     * it.
     */
    boolean comesInAt(String nodeTier) {
      return tier.equals(nodeTier)
          || (tier.equals("any") && (outOfScope() || !nodeTier.equals("province")));
    }
  }

  private final List<Template> all;

  private Templates(List<Template> all) {
    this.all = all;
  }

  static Templates builtIn() {
    try (InputStream in =
            Objects.requireNonNull(Templates.class.getResourceAsStream("templates.csv"));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Templates(rows.stream().map(Templates::template).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Template> at(String tier, boolean outOfScope) {
    return all.stream()
        .filter(template -> template.comesInAt(tier) && template.outOfScope() == outOfScope)
        .toList();
  }

  /** The grounds of refusal for which there are templates. */
  List<String> grounds() {
    return all.stream().filter(Template::outOfScope).map(Template::ground).distinct().toList();
  }

  private static Template template(NamedCsvRecord row) {
    return new Template(
        row.getField("at"),
        row.getField("category"),
        row.getField("urgency"),
        row.getField("enterprise").equals("yes"),
        row.getField("ground"),
        row.getField("title"),
        row.getField("content"));
  }
}
