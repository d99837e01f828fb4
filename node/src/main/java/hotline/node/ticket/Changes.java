package hotline.node.ticket;

import java.util.ArrayList;
import java.util.List;

/** Collects what a decision leads to. */
final class Changes<E> {

  private final List<E> events = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  Changes<E> event(E event) {
    events.add(event);
    return this;
  }

  Changes<E> effect(Effect effect) {
    effects.add(effect);
    return this;
  }

  Changes<E> effects(List<? extends Effect> more) {
    effects.addAll(more);
    return this;
  }

  Changes<E> add(Changes<? extends E> other) {
    events.addAll(other.events);
    effects.addAll(other.effects);
    return this;
  }

  List<E> events() {
    return List.copyOf(events);
  }

  Decision<E> decision() {
    return new Decision.Decided<>(events, effects);
  }
}
