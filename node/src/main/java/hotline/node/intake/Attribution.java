package hotline.node.intake;

import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.NodeRef;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Suggests whose an appeal is (归口, CLS-07): by the place, a county's matter is the county's
 * (DSP-03); by the catalogue, a matter is the unit's whose function it is. People decide.
 */
@Singleton
final class Attribution {

  private final ReferenceData reference;
  private final Neighbours neighbours;

  Attribution(ReferenceData reference, Neighbours neighbours) {
    this.reference = reference;
    this.neighbours = neighbours;
  }

  /**
   * Somebody to whom it may be dispatched.
   *
   * @param kind {@code UNIT} or {@code NODE}, as a dispatch takes it
   * @param reason in Chinese
   */
  @Serdeable
  record Suggestion(String kind, String code, String name, String reason) {}

  /** The likeliest first; empty when neither place nor matter tells. */
  List<Suggestion> suggestions(Appeal appeal) {
    List<Suggestion> suggestions = new ArrayList<>();
    if (appeal.region() != null) {
      String region = appeal.region().code();
      for (NodeRef child : neighbours.children()) {
        if (child.codeText().equals(region)) {
          suggestions.add(
              new Suggestion(
                  "NODE",
                  child.codeText(),
                  child.name(),
                  "涉事地点在" + appeal.region().name() + "，属该县（区）负责"));
        }
      }
    }
    if (appeal.matter() != null) {
      String name = appeal.matter().name();
      reference
          .matter(appeal.matter().code())
          .flatMap(reference::suggestedFor)
          .ifPresent(
              unit ->
                  suggestions.add(
                      new Suggestion(
                          "UNIT",
                          unit.code(),
                          unit.name(),
                          "事项“" + name + "”按归口目录属" + unit.name() + "职责")));
    }
    return suggestions;
  }
}
