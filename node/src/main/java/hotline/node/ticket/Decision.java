package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import java.util.List;

/**
 * What became of a command: what happened, or why nothing did.
 *
 * @param <E> the events of the aggregate
 */
public sealed interface Decision<E> {

  /** It is carried out by {@code evolve} and by routing the effects, in this order. */
  record Decided<E>(List<E> events, List<Effect> effects) implements Decision<E> {

    public Decided {
      events = List.copyOf(events);
      effects = List.copyOf(effects);
    }
  }

  /**
   * Nothing happened.
   *
   * @param message in Chinese: what was given and what was expected
   */
  record Refused<E>(ErrorCode code, String message) implements Decision<E> {}
}
