package hotline.node.policy;

import java.time.Instant;
import java.util.Optional;

/** The versions of this node's policy. */
public interface Policies {

  /** What something accepted at this moment is judged by. */
  Policy at(Instant moment);

  Optional<Policy> version(int number);

  /** Always the same. */
  static Policies fixed(Policy policy) {
    return new Policies() {
      @Override
      public Policy at(Instant moment) {
        return policy;
      }

      @Override
      public Optional<Policy> version(int number) {
        return number == policy.version() ? Optional.of(policy) : Optional.empty();
      }
    };
  }
}
