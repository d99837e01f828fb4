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

/** The node's handling units, the catalogue of matters and the regions, read once at the start. */
@Singleton
public final class ReferenceData {

  private final Map<String, HandlingUnit> units;
  private final Map<String, Matter> matters;
  private final Map<String, String> regions;

  ReferenceData(NodeSettings settings) {
    this.units = byCode(ReferenceFiles.units(settings.getUnits()), HandlingUnit::code);
    this.matters = byCode(ReferenceFiles.matters(), Matter::code);
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
    return matters.values();
  }

  /** The version of the catalogue of matters (CLS-07); 0 for the one of the program. */
  public int catalogueVersion() {
    return 0;
  }

  public Optional<Matter> matter(String code) {
    return Optional.ofNullable(matters.get(code));
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
    return units.values().stream()
        .filter(unit -> unit.functions().contains(matter.function()))
        .findFirst();
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
