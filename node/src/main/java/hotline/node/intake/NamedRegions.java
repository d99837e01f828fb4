package hotline.node.intake;

import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Appeal;
import hotline.node.view.Named;
import hotline.node.work.Rules;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which regions the words of an appeal name. */
@Singleton
final class NamedRegions {

  private static final int GUESSES = 3;

  private final ReferenceData reference;
  private final Rules rules;

  NamedRegions(ReferenceData reference, Rules rules) {
    this.reference = reference;
    this.rules = rules;
  }

  /**
   * By their names, with or without the 县 or 区 at the end; the narrowest first. The node's own
   * whole is named in most texts, and tells nothing.
   */
  List<Named> in(Appeal appeal) {
    String words =
        Objects.requireNonNullElse(appeal.place(), "") + appeal.title() + appeal.content();
    String self = rules.self().codeText();
    return reference.regions().entrySet().stream()
        .filter(region -> !region.getKey().equals(self) && isNamed(region.getValue(), words))
        .sorted(Comparator.comparing(region -> region.getKey().endsWith("00")))
        .limit(GUESSES)
        .map(region -> new Named(region.getKey(), region.getValue()))
        .toList();
  }

  private static boolean isNamed(String region, String words) {
    String shorter = region.substring(0, region.length() - 1);
    return words.contains(region) || (shorter.length() > 1 && words.contains(shorter));
  }
}
