package hotline.local.demo.appeal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which texts call regions ({@code A3区}), and where such a text belongs.
 *
 * <p>An entry is {@code ALIAS=REGION} or {@code ALIAS=REGION@NODE}; without a node, the node of
 * that region takes the message in, or else that of the city or province around it. A text that
 * names several goes by the longest (so that {@code A3区} beats {@code A市}), and among equally long
 * ones by the one named first. Entries given later replace earlier ones of the same alias.
 */
public final class RegionAliases {

  private static final Pattern ENTRY =
      Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(\\d{6})\\s*(?:@\\s*(\\w+)\\s*)?");

  private record Entry(String alias, Route route) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> nodes;

  /**
   * @param nodes the codes of the nodes that can take messages in
   */
  public RegionAliases(Set<String> nodes) {
    this.nodes = Set.copyOf(nodes);
  }

  /**
   * The aliases of a file, if there is one, and further entries, which win.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when an entry is wrong, in Chinese
   */
  public static RegionAliases of(Set<String> nodes, @Nullable Path file, List<String> entries)
      throws IOException {
    RegionAliases aliases = new RegionAliases(nodes);
    if (file != null) {
      aliases.addAll(file);
    }
    entries.forEach(aliases::add);
    return aliases;
  }

  /** Reads a file of one entry a line; empty lines and those that begin with # are left out. */
  public void addAll(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "");
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        try {
          add(line);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "%s 第 %d 行：%s".formatted(file, i + 1, e.getMessage()), e);
        }
      }
    }
  }

  /** Adds one entry such as {@code A3区=621002} or {@code A市=621000@621000}. */
  public void add(String text) {
    Matcher matcher = ENTRY.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "区域别名“%s”：应为 别名=六位区划代码 或 别名=六位区划代码@节点代码，如 A3区=621002".formatted(text));
    }
    String node = matcher.group(3) == null ? nodeOf(matcher.group(2)) : matcher.group(3);
    if (!nodes.contains(node)) {
      throw new IllegalArgumentException(
          "区域别名“%s”：没有受理节点 %s，应为 %s 之一".formatted(text, node, nodes));
    }
    String alias = matcher.group(1);
    entries.removeIf(entry -> entry.alias().equals(alias));
    entries.add(new Entry(alias, new Route(matcher.group(2), node)));
    entries.sort(Comparator.comparingInt((Entry entry) -> entry.alias().length()).reversed());
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Where the text belongs, if it names any of the aliases. */
  public Optional<Route> route(String text) {
    Entry best = null;
    int bestAt = -1;
    for (Entry entry : entries) {
      if (best != null && entry.alias().length() < best.alias().length()) {
        break;
      }
      int at = text.indexOf(entry.alias());
      if (at >= 0 && (best == null || at < bestAt)) {
        best = entry;
        bestAt = at;
      }
    }
    return Optional.ofNullable(best).map(Entry::route);
  }

  private String nodeOf(String region) {
    for (String code :
        List.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000")) {
      if (nodes.contains(code)) {
        return code;
      }
    }
    return region;
  }
}
