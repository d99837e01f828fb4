package hotline.node.cockpit;

import hotline.node.cockpit.CockpitView.FigureView;
import hotline.node.cockpit.CockpitView.TicketsView;
import hotline.node.view.Times;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose tickets are counted, with the way to the list of them.
 *
 * @param owner the one node that accepted them, or null
 * @param below the child that accepted them, or whose subtree did, or null
 * @param holds whether a node is one of those
 */
record Range(@Nullable String owner, @Nullable String below, Predicate<String> holds) {

  /** A number with the list that shows what it was counted of. */
  FigureView figure(long value, Narrowed by) {
    return new FigureView(
        value,
        new TicketsView(
            owner,
            below,
            by.region,
            by.channel,
            by.category,
            by.matter,
            by.figure,
            null,
            by.from == null ? null : Times.local(by.from),
            by.to == null ? null : Times.local(by.to),
            by.closedFrom == null ? null : Times.local(by.closedFrom),
            by.closedTo == null ? null : Times.local(by.closedTo)));
  }

  /** By what else; each method gives a narrower one. */
  record Narrowed(
      @Nullable String region,
      @Nullable String channel,
      @Nullable String category,
      @Nullable String matter,
      @Nullable String figure,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant closedFrom,
      @Nullable Instant closedTo) {

    static final Narrowed NOT = new Narrowed(null, null, null, null, null, null, null, null, null);

    static Narrowed registered(Instant from, Instant to) {
      return new Narrowed(null, null, null, null, null, from, to, null, null);
    }

    static Narrowed closed(Instant from, Instant to) {
      return new Narrowed(null, null, null, null, null, null, null, from, to);
    }

    Narrowed as(Enum<?> counted) {
      return new Narrowed(
          region, channel, category, matter, counted.name(), from, to, closedFrom, closedTo);
    }

    Narrowed region(String code) {
      return new Narrowed(
          code.isEmpty() ? "NONE" : code,
          channel,
          category,
          matter,
          figure,
          from,
          to,
          closedFrom,
          closedTo);
    }

    Narrowed channel(String name) {
      return new Narrowed(region, name, category, matter, figure, from, to, closedFrom, closedTo);
    }

    Narrowed category(String name) {
      return new Narrowed(region, channel, name, matter, figure, from, to, closedFrom, closedTo);
    }

    Narrowed matter(String code) {
      return new Narrowed(region, channel, category, code, figure, from, to, closedFrom, closedTo);
    }
  }
}
