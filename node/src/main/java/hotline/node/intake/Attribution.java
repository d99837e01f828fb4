package hotline.node.intake;

import hotline.node.classification.HandlingRole;
import hotline.node.policy.LeadRule;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.Matter;
import hotline.node.reference.MatterCatalogue;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.NodeRef;
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
  private final Rules rules;

  Attribution(ReferenceData reference, Neighbours neighbours, Rules rules) {
    this.reference = reference;
    this.neighbours = neighbours;
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
  List<HandlingUnit> units(Matter matter, MatterCatalogue catalogue) {
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

  static Optional<Matter> matter(Appeal appeal, MatterCatalogue catalogue) {
    return Optional.ofNullable(appeal.matter()).flatMap(noted -> catalogue.matter(noted.code()));
  }

  /** The child whose county it is about. */
  Optional<NodeRef> county(Appeal appeal) {
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
