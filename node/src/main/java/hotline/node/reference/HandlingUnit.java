package hotline.node.reference;

import java.util.List;
import java.util.Optional;

/**
 * A unit that carries out work for a node (承办单位).
 *
 * @param functions what it is attributed (归口): keys that {@link Matter#function} refers to
 * @param parent the unit that a second-level unit is reached through (DSP-05)
 * @param supervisor the department that supervises a public utility (DSP-05)
 */
public record HandlingUnit(
    String code,
    String name,
    List<String> functions,
    Optional<String> parent,
    Optional<String> supervisor) {}
