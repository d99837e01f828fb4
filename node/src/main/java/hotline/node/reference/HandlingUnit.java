package hotline.node.reference;

import hotline.node.classification.Domain;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unit that carries out work for a node (承办单位).
 *
 * @param functions what it is attributed (归口): keys that {@link Matter#function} refers to
 * @param parent the unit that a second-level unit is reached through (DSP-05)
 * @param supervisor the department that supervises a public utility (DSP-05)
 * @param domains what parts of government's work it has an eye on, whoever handles them (XTR-11)
 */
public record HandlingUnit(
    String code,
    String name,
    List<String> functions,
    Optional<String> parent,
    Optional<String> supervisor,
    Set<Domain> domains) {

  public HandlingUnit {
    functions = List.copyOf(functions);
    domains = Set.copyOf(domains);
  }
}
