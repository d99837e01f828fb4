package hotline.node.rulebook;

import hotline.node.policy.Policies;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which version holds when. Pure. The answer for a moment does not change any more once the moment
 * has passed: what is loaded later does not reach back.
 */
final class PolicyVersions implements Policies {

  /** Stands in where no version is in force, as after a repeal. */
  private static final String DEFAULT = "qingyang";

  private final List<PolicyVersion> versions;
  private final Policy fallback;

  /**
   * Versions to choose from.
   *
   * @param versions in the order of their numbers, which is that of their activation
   */
  PolicyVersions(List<PolicyVersion> versions) {
    this.versions = List.copyOf(versions);
    this.fallback = PolicyFile.bundled(DEFAULT);
  }

  @Override
  public Policy at(Instant moment) {
    return versionAt(moment).map(PolicyVersion::policy).orElse(fallback);
  }

  /**
   * The last one that was loaded by then and in force; the first one for what is older than all.
   */
  Optional<PolicyVersion> versionAt(Instant moment) {
    PolicyVersion first = null;
    PolicyVersion last = null;
    for (PolicyVersion version : versions) {
      if (version.inForce(moment)) {
        first = first == null ? version : first;
        last = version.row().activatedAt().isAfter(moment) ? last : version;
      }
    }
    return Optional.ofNullable(last == null ? first : last);
  }

  @Override
  public Optional<Policy> version(int number) {
    return number == 0 ? Optional.of(fallback) : find(number).map(PolicyVersion::policy);
  }

  Optional<PolicyVersion> find(int number) {
    return versions.stream().filter(version -> version.row().number() == number).findFirst();
  }

  Optional<PolicyVersion> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  int lastNumber() {
    return newest().map(version -> version.row().number()).orElse(0);
  }

  List<PolicyVersion> all() {
    return versions;
  }

  PolicyVersions with(List<PolicyVersion> more) {
    List<PolicyVersion> longer = new ArrayList<>(versions);
    longer.addAll(more);
    return new PolicyVersions(longer);
  }
}
