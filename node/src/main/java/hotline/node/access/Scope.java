package hotline.node.access;

import hotline.node.classification.Category;
import hotline.node.classification.Labelled;
import hotline.node.classification.Region;
import hotline.node.store.Visibility;
import hotline.node.ticket.Appeal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tickets a user may have to do with, besides his roles: those of certain regions, of certain
 * categories, or both. A ticket without a region is for those only whose regions are not limited.
 *
 * @param regions six-digit codes; a code stands for all below it as well (621000 for its districts,
 *     too); none for all
 * @param categories none for all
 */
public record Scope(List<String> regions, Set<Category> categories) {

  public static final Scope ALL = new Scope(List.of(), Set.of());

  public Scope {
    regions = List.copyOf(regions);
    categories = Set.copyOf(categories);
  }

  public boolean covers(Appeal appeal) {
    Region region = appeal.region();
    return covers(region == null ? "" : region.code(), appeal.category().name());
  }

  /**
   * The same of a ticket of which no more is known than this.
   *
   * @param region six digits, empty where there is none
   * @param category the name of a {@link Category}
   */
  public boolean covers(String region, String category) {
    return (categories.isEmpty() || categories.stream().anyMatch(c -> c.name().equals(category)))
        && (regions.isEmpty()
            || regions.stream().anyMatch(code -> region.startsWith(prefix(code))));
  }

  /** The same for the queries behind lists. */
  public Visibility visibility() {
    return new Visibility(
        regions.stream().map(Scope::prefix).toList(),
        categories.stream().map(Labelled::name).sorted().toList());
  }

  /** 621000 is the city with its districts, 620000 the province with its cities. */
  private static String prefix(String code) {
    return code.replaceFirst("(00){1,2}$", "");
  }

  /** As it is stored. */
  String categoryNames() {
    return categories.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }
}
