package hotline.node.reference;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions, and the node's handling units and catalogue of matters as they hold now. */
@Singleton
public final class ReferenceData {

  private final Units units;
  private final Catalogues catalogues;
  private final Map<String, String> regions;

  ReferenceData(Units units, Catalogues catalogues) {
    this.units = units;
    this.catalogues = catalogues;
    this.regions = ReferenceFiles.regions();
  }

  /** Those that work can be given to. */
  public Collection<HandlingUnit> units() {
    return units.open();
  }

  /** A unit that work can be given to. */
  public Optional<HandlingUnit> unit(String code) {
    return unitOnceThere(code)
        .filter(unit -> units.open().stream().anyMatch(open -> open.code().equals(code)));
  }

  /** A unit that there is or was. */
  public Optional<HandlingUnit> unitOnceThere(String code) {
    return units.find(code);
  }

  /** The unit's name, or its code when it is not one of this node's. */
  public String unitName(String code) {
    return unitOnceThere(code).map(HandlingUnit::name).orElse(code);
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
    return units().stream().filter(unit -> unit.functions().contains(function)).findFirst();
  }
}
