package hotline.node.reference;

import hotline.node.NodeSettings;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The node's handling units and the regions, read once at the start, and the catalogue of matters
 * as it holds now.
 */
@Singleton
public final class ReferenceData {

  private final Map<String, HandlingUnit> units;
  private final Catalogues catalogues;
  private final Map<String, String> regions;

  ReferenceData(NodeSettings settings, Catalogues catalogues) {
    this.units = byCode(ReferenceFiles.units(settings.getUnits()), HandlingUnit::code);
    this.catalogues = catalogues;
    this.regions = ReferenceFiles.regions();
  }

  public Collection<HandlingUnit> units() {
    return units.values();
  }

  public Optional<HandlingUnit> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** The unit's name, or its code when it is not one of this node's. */
  public String unitName(String code) {
    return unit(code).map(HandlingUnit::name).orElse(code);
  }

  public Collection<Matter> matters() {
    return catalogue().matters();
  }

  /** The catalogue of matters that holds now (CLS-07, CLS-11). */
  public MatterCatalogue catalogue() {
    return catalogues.current();
  }

  /** The one with a number; that which holds now when there is none of that number. */
  public MatterCatalogue catalogue(int version) {
    return catalogues.version(version).orElseGet(catalogues::current);
  }

  public Optional<Matter> matter(String code) {
    return catalogue().matter(code);
  }

  /** Names of the regions by their codes. */
  public Map<String, String> regions() {
    return regions;
  }

  /** The region's name, or its code when it is unknown here. */
  public String regionName(String code) {
    return regions.getOrDefault(code, code);
  }

  /** The unit that a matter is attributed to at this node (CLS-07); empty when none is. */
  public Optional<HandlingUnit> suggestedFor(Matter matter) {
    return matter.unit().flatMap(this::unit).or(() -> unitFor(matter.function()));
  }

  /** The units that have something to do with a matter as well (DSP-02). */
  public List<HandlingUnit> coHandlersFor(Matter matter) {
    Optional<HandlingUnit> lead = suggestedFor(matter);
    return matter.coFunctions().stream()
        .map(this::unitFor)
        .flatMap(Optional::stream)
        .filter(unit -> lead.filter(unit::equals).isEmpty())
        .distinct()
        .toList();
  }

  /** The unit whose function something is. */
  public Optional<HandlingUnit> unitFor(String function) {
    return units.values().stream().filter(unit -> unit.functions().contains(function)).findFirst();
  }

  private static <T> Map<String, T> byCode(List<T> values, Function<T, String> code) {
    return values.stream()
        .collect(
            Collectors.toMap(
                code,
                Function.identity(),
                (first, second) -> {
                  throw new IllegalStateException("listed twice: " + code.apply(second));
                },
                LinkedHashMap::new));
  }
}
