package hotline.node.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Who asks 诉求人.
 *
 * @param key tells whether two tickets are of the same person without telling who it is;
 *     null when nothing is known to derive it from
 * @param reachable whether a way was left to call or write back, which replicas know even when the
 *     personal data has been masked away
 */
public record Requester(
    boolean anonymous, @Nullable String key, boolean reachable, PersonalData personal) {

  /** A requester as the call taker notes it down; reachable when there is a phone number. */
  public static Requester of(boolean anonymous, @Nullable String key, PersonalData personal) {
    return new Requester(anonymous, key, personal.phone() != null, personal);
  }
}
