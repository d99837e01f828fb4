package hotline.node.intake;

import hotline.node.classification.HandlingRole;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.LeadRule;
import hotline.node.reference.Drafts;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.Matter;
import hotline.node.reference.MatterCatalogue;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.Ticket;
import hotline.node.work.Rules;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Suggests whose an appeal is (归口, CLS-07): by the place, a county's matter is the county's
 * (DSP-03); by the catalogue that the ticket was registered under, a matter is the unit's whose
 * function it is; and by its words, when nobody has said which matter it is (CLS-08). Of several
 * units one leads, by the policy's rule. People decide, unless they leave it to the
 * catalogue.
 */
@Singleton
final class Attribution {

  private static final int GUESSES = 3;

  private final ReferenceData reference;
  private final Neighbours neighbours;
  private final Drafts drafts;
  private final Rules rules;

  Attribution(ReferenceData reference, Neighbours neighbours, Drafts drafts, Rules rules) {
    this.reference = reference;
    this.neighbours = neighbours;
    this.drafts = drafts;
    this.rules = rules;
  }

  /**
   * Somebody to whom it may be dispatched.
   *
   * @param kind {@code UNIT} or {@code NODE}, as a dispatch takes it
   * @param role as whom
   * @param guessed whether it only follows from the words
   * @param catalogue the version that it follows from
   * @param reason in Chinese
   */
  @Serdeable
  record Suggestion(
      String kind,
      String code,
      String name,
      HandlingRole role,
      boolean guessed,
      int catalogue,
      String reason) {}

  /** A matter that the words look like. */
  @Serdeable
  record Guess(String code, String name, String path) {}

  /** The likeliest first; empty when neither place nor matter nor words tell. */
  List<Suggestion> suggestions(Appeal appeal) {
    return suggestions(appeal, reference.catalogue(appeal.catalogue()));
  }

  /** Likewise, by the version of the catalogue that the ticket keeps if it is this node's. */
  List<Suggestion> suggestions(Ticket ticket) {
    boolean own = ticket.owner().code().equals(rules.self().code());
    return own ? suggestions(ticket.appeal()) : suggestions(ticket.appeal(), reference.catalogue());
  }

  /** The matters that the words look like, the likeliest first. */
  List<Guess> guesses(Appeal appeal) {
    return reference.catalogue().recognisedIn(words(appeal), GUESSES).stream()
        .map(matter -> new Guess(matter.code(), matter.name(), matter.path()))
        .toList();
  }

  /**
   * The orders that follow from place and catalogue without anybody's looking: to the county that
   * it is about, or to the units whose matter it is (DSP-13).
   *
   * @throws RefusedException {@code UNKNOWN_ASSIGNEE} when they do not tell
   */
  List<OrderDraft> direct(Appeal appeal) {
    Optional<NodeRef> county = county(appeal);
    if (county.isPresent()) {
      return List.of(new OrderDraft(county.get(), HandlingRole.LEAD, "按属地即时转办"));
    }
    MatterCatalogue catalogue = reference.catalogue(appeal.catalogue());
    List<HandlingUnit> units =
        matter(appeal, catalogue).map(matter -> units(matter, catalogue)).orElse(List.of());
    if (units.isEmpty()) {
      throw new RefusedException(
          ErrorCode.UNKNOWN_ASSIGNEE,
          appeal.matter() == null
              ? "没有登记事项，不能按归口目录即时转办，请登记事项或选择承办单位"
              : "归口目录第"
                  + catalogue.version()
                  + "版没有为事项“"
                  + appeal.matter().name()
                  + "”指明本节点的承办单位，请选择承办单位");
    }
    String note = "按归口目录第" + catalogue.version() + "版即时转办";
    List<OrderDraft> orders = new ArrayList<>();
    for (HandlingUnit unit : units) {
      orders.add(
          drafts.to(unit, orders.isEmpty() ? HandlingRole.LEAD : HandlingRole.CO, note, null));
    }
    return orders;
  }

  /**
   * The order to somebody who was chosen: by a dispatcher freely, by a call taker among those whom
   * place and catalogue tell (DSP-01, DSP-13).
   */
  OrderDraft chosen(Appeal appeal, IntakeRequest.AssigneeRequest assignee, boolean freely) {
    if (!freely && suggestions(appeal).stream().noneMatch(told -> isMeant(told, assignee))) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "按属地和归口目录该诉求不属所选单位，须由派单员派单；请改为“受理”，或者按建议转办");
    }
    String note = "受理时即时转办";
    return switch (assignee.kind()) {
      case NODE ->
          neighbours.children().stream()
              .filter(child -> child.codeText().equals(assignee.code()))
              .findFirst()
              .map(child -> new OrderDraft(child, HandlingRole.LEAD, note))
              .orElseThrow(() -> unknown("下级节点", assignee.code()));
      case UNIT ->
          reference
              .unit(assignee.code())
              .map(unit -> drafts.to(unit, HandlingRole.LEAD, note, null))
              .orElseThrow(() -> unknown("承办单位", assignee.code()));
    };
  }

  private static boolean isMeant(Suggestion told, IntakeRequest.AssigneeRequest assignee) {
    return !told.guessed()
        && told.kind().equals(assignee.kind().name())
        && told.code().equals(assignee.code());
  }

  private static RefusedException unknown(String kind, String code) {
    return new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的" + kind);
  }

  private List<Suggestion> suggestions(Appeal appeal, MatterCatalogue catalogue) {
    List<Suggestion> suggestions = new ArrayList<>();
    county(appeal)
        .ifPresent(
            county ->
                suggestions.add(
                    new Suggestion(
                        "NODE",
                        county.codeText(),
                        county.name(),
                        HandlingRole.LEAD,
                        false,
                        catalogue.version(),
                        "涉事地点在" + Objects.requireNonNull(appeal.region()).name() + "，属该县（区）负责")));
    Optional<Matter> noted = matter(appeal, catalogue);
    boolean guessed = noted.isEmpty();
    noted
        .or(() -> catalogue.recognisedIn(words(appeal), 1).stream().findFirst())
        .ifPresent(
            matter -> {
              HandlingRole role = HandlingRole.LEAD;
              for (HandlingUnit unit : units(matter, catalogue)) {
                suggestions.add(
                    new Suggestion(
                        "UNIT",
                        unit.code(),
                        unit.name(),
                        role,
                        guessed,
                        catalogue.version(),
                        reason(matter, unit, role, guessed, catalogue.version())));
                role = HandlingRole.CO;
              }
            });
    return suggestions;
  }

  private static String reason(
      Matter matter, HandlingUnit unit, HandlingRole role, boolean guessed, int version) {
    return (guessed ? "从内容看像事项“" : "事项“")
        + matter.name()
        + "”按归口目录第"
        + version
        + "版"
        + (role == HandlingRole.LEAD ? "属" + unit.name() + "职责" : "须由" + unit.name() + "协办");
  }

  /** Those whose matter it is, the lead first. */
  private List<HandlingUnit> units(Matter matter, MatterCatalogue catalogue) {
    List<HandlingUnit> units = new ArrayList<>();
    if (rules.policy().organisation().leadAtDispatch() == LeadRule.BY_CATEGORY) {
      reference.unitFor(catalogue.functionOfCategory(matter)).ifPresent(units::add);
    }
    reference.suggestedFor(matter).filter(unit -> !units.contains(unit)).ifPresent(units::add);
    reference.coHandlersFor(matter).stream()
        .filter(unit -> !units.contains(unit))
        .forEach(units::add);
    return units;
  }

  private static Optional<Matter> matter(Appeal appeal, MatterCatalogue catalogue) {
    return Optional.ofNullable(appeal.matter()).flatMap(noted -> catalogue.matter(noted.code()));
  }

  private Optional<NodeRef> county(Appeal appeal) {
    var region = appeal.region();
    return region == null
        ? Optional.empty()
        : neighbours.children().stream()
            .filter(child -> child.codeText().equals(region.code()))
            .findFirst();
  }

  private static String words(Appeal appeal) {
    return appeal.title() + appeal.content();
  }
}
