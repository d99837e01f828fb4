package hotline.node.cockpit;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Labelled;
import hotline.node.cockpit.CockpitView.FigureView;
import hotline.node.cockpit.CockpitView.HotMatterView;
import hotline.node.cockpit.CockpitView.LateView;
import hotline.node.cockpit.CockpitView.NodeRowView;
import hotline.node.cockpit.CockpitView.ShareView;
import hotline.node.cockpit.CockpitView.TicketsView;
import hotline.node.cockpit.Range.Narrowed;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.store.FigureStore.Group;
import hotline.node.store.FigureStore.LateAssignee;
import hotline.node.store.FigureStore.MatterCount;
import hotline.node.store.TicketFigure;
import hotline.node.ticket.NodeRef;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamId;
import hotline.sync.stream.StreamStatus;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what was counted readable: names, shares, the nodes below side by side. */
@Singleton
class Cockpit {

  static final String ALL = "ALL";
  static final String OWN = "OWN";

  private static final int HOT = 8;
  private static final int RISING_FROM = 5;
  private static final double RISING = 1.5;

  private final Rules rules;
  private final Neighbours neighbours;
  private final ReferenceData reference;
  private final StreamEngine streams;

  Cockpit(Rules rules, Neighbours neighbours, ReferenceData reference, StreamEngine streams) {
    this.rules = rules;
    this.neighbours = neighbours;
    this.reference = reference;
    this.streams = streams;
  }

  /** Whose tickets a scope means: {@link #ALL}, {@link #OWN}, or a child's code; null when none. */
  @Nullable Range range(String scope) {
    if (scope.equals(ALL)) {
      return new Range(null, null, owner -> true);
    }
    String self = rules.self().codeText();
    return scope.equals(OWN)
        ? new Range(self, null, self::equals)
        : neighbours.children().stream()
            .filter(child -> child.codeText().equals(scope))
            .findFirst()
            .map(this::below)
            .orElse(null);
  }

  CockpitView view(Snapshot counted, String scope, Range range) {
    Figures figures = new Figures(counted, range);
    List<Group> groups =
        counted.groups().stream().filter(group -> range.holds().test(group.owner())).toList();
    Narrowed span = figures.span();
    return new CockpitView(
        Named.of(rules.self()),
        neighbours.tierOf(rules.self().code()),
        Times.local(counted.now()),
        Times.local(counted.period().from()),
        Times.local(counted.period().to()),
        scope,
        scopes(),
        figures.registered(),
        figures.weekBefore(),
        figures.open(TicketFigure.OPEN),
        figures.open(TicketFigure.OVERDUE),
        figures.open(TicketFigure.DUE_SOON),
        figures.open(TicketFigure.URGENT),
        figures.handling(),
        figures.rates(),
        figures.bins(),
        shares(groups, Group::channel, code -> label(Channel.values(), code), range, span::channel),
        shares(
            groups, Group::category, code -> label(Category.values(), code), range, span::category),
        shares(groups, Group::region, this::regionName, range, span::region),
        matters(counted, range, figures.week()),
        range.below() == null ? late(counted) : List.of(),
        neighbours.children().isEmpty() ? List.of() : nodes(counted),
        Definitions.ALL);
  }

  private List<Named> scopes() {
    return Stream.concat(
            Stream.of(new Named(ALL, "全部工单"), new Named(OWN, "本级受理")),
            neighbours.children().stream().map(Named::of))
        .toList();
  }

  private Range below(NodeRef child) {
    Set<String> owners =
        neighbours.subtree(child.code()).stream()
            .map(NodeCode::value)
            .collect(Collectors.toCollection(HashSet::new));
    return new Range(null, child.codeText(), owners::contains);
  }

  private static List<ShareView> shares(
      List<Group> groups,
      Function<Group, String> by,
      Function<String, String> name,
      Range range,
      Function<String, Narrowed> narrowed) {
    return groups.stream()
        .collect(Collectors.groupingBy(by, Collectors.summingLong(Group::count)))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            each ->
                new ShareView(
                    each.getKey(),
                    name.apply(each.getKey()),
                    range.figure(each.getValue(), narrowed.apply(each.getKey()))))
        .toList();
  }

  private List<HotMatterView> matters(Snapshot counted, Range range, Narrowed week) {
    Map<String, Long> before = byMatter(counted.usual().matters(), range);
    return byMatter(counted.matters(), range).entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(HOT)
        .map(
            each -> {
              double usual =
                  before.getOrDefault(each.getKey(), 0L) / (double) FigureCounter.weeks();
              return new HotMatterView(
                  each.getKey(),
                  reference
                      .matter(each.getKey())
                      .map(matter -> matter.name())
                      .orElse(each.getKey()),
                  range.figure(each.getValue(), week.matter(each.getKey())),
                  usual,
                  each.getValue() >= RISING_FROM && each.getValue() >= usual * RISING);
            })
        .toList();
  }

  private static Map<String, Long> byMatter(List<MatterCount> counts, Range range) {
    return counts.stream()
        .filter(each -> range.holds().test(each.owner()) && !each.matter().isEmpty())
        .collect(
            Collectors.groupingBy(MatterCount::matter, Collectors.summingLong(MatterCount::count)));
  }

  private static List<LateView> late(Snapshot counted) {
    return counted.late().stream().map(Cockpit::late).toList();
  }

  private static LateView late(LateAssignee late) {
    TicketsView tickets =
        new TicketsView(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            late.kind() + "~" + late.code(),
            null,
            null,
            null,
            null);
    return new LateView(
        late.kind(), new Named(late.code(), late.name()), new FigureView(late.tickets(), tickets));
  }

  private List<NodeRowView> nodes(Snapshot counted) {
    Map<NodeCode, StreamStatus.Received> copies =
        streams.status().received().stream()
            .filter(received -> received.stream().name().equals(StreamId.UPLINK))
            .collect(Collectors.toMap(received -> received.stream().origin(), Function.identity()));
    return neighbours.children().stream()
        .sorted(Comparator.comparing(NodeRef::codeText))
        .map(child -> node(child, new Figures(counted, below(child)), copies.get(child.code())))
        .toList();
  }

  private static NodeRowView node(
      NodeRef child, Figures figures, StreamStatus.@Nullable Received copies) {
    return new NodeRowView(
        Named.of(child),
        figures.registered(),
        figures.open(TicketFigure.OPEN),
        figures.open(TicketFigure.OVERDUE),
        figures.open(TicketFigure.DUE_SOON),
        figures.open(TicketFigure.URGENT),
        figures.closed(TicketFigure.HANDLED),
        figures.rates(),
        copies == null || copies.applied() == 0 ? null : Times.local(copies.appliedAt()),
        copies == null ? 0 : copies.backlog());
  }

  private String regionName(String code) {
    return code.isEmpty() ? "未注明区域" : reference.regionName(code.length() < 6 ? code + "00" : code);
  }

  private static String label(Labelled[] values, String name) {
    for (Labelled value : values) {
      if (value.name().equals(name)) {
        return value.label();
      }
    }
    return name.isEmpty() ? "未知" : name;
  }
}
