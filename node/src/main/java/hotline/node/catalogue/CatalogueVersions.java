package hotline.node.catalogue;

import hotline.node.reference.MatterCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which version holds when. Pure. Of those whose day has come the newest holds; before any has, the
 * one that comes with the program.
 */
final class CatalogueVersions {

  private final List<CatalogueVersion> versions;
  private final MatterCatalogue bundled;

  /**
   * Versions to choose from.
   *
   * @param versions in the order of their numbers, which is that of their activation
   */
  CatalogueVersions(MatterCatalogue bundled, List<CatalogueVersion> versions) {
    this.bundled = bundled;
    this.versions = List.copyOf(versions);
  }

  /** The one that holds on a day; empty while it is the one of the program. */
  Optional<CatalogueVersion> inForce(LocalDate day) {
    return versions.stream()
        .filter(version -> !version.row().effectiveFrom().isAfter(day))
        .reduce((first, second) -> second);
  }

  MatterCatalogue on(LocalDate day) {
    return inForce(day).map(CatalogueVersion::catalogue).orElse(bundled);
  }

  Optional<MatterCatalogue> version(int number) {
    return number == 0 ? Optional.of(bundled) : find(number).map(CatalogueVersion::catalogue);
  }

  Optional<CatalogueVersion> find(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  Optional<CatalogueVersion> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  int lastNumber() {
    return newest().map(CatalogueVersion::number).orElse(0);
  }

  List<CatalogueVersion> all() {
    return versions;
  }

  CatalogueVersions with(List<CatalogueVersion> more) {
    List<CatalogueVersion> longer = new ArrayList<>(versions);
    longer.addAll(more);
    return new CatalogueVersions(bundled, longer);
  }
}
