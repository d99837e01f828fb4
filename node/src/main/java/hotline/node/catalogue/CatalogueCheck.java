package hotline.node.catalogue;

import hotline.node.catalogue.CatalogueViews.ChangeView;
import hotline.node.catalogue.CatalogueViews.PreviewView;
import hotline.node.catalogue.CatalogueViews.ProblemView;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.CatalogueCsv;
import hotline.node.reference.CatalogueCsv.Parsed;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.Matter;
import hotline.node.reference.MatterCatalogue;
import hotline.node.reference.ReferenceData;
import hotline.node.store.CatalogueStore;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds mistakes in a catalogue, and says what it would change before it does. */
@Singleton
final class CatalogueCheck {

  private static final int SHOWN = 10;

  private final CatalogueBook book;
  private final CatalogueStore store;
  private final ReferenceData reference;
  private final Rules rules;

  CatalogueCheck(CatalogueBook book, CatalogueStore store, ReferenceData reference, Rules rules) {
    this.book = book;
    this.store = store;
    this.reference = reference;
    this.rules = rules;
  }

  /**
   * Refuses a catalogue with mistakes, naming the first of them.
   *
   * @throws RefusedException {@code INVALID_INPUT}
   */
  void require(String text) {
    List<ProblemView> problems = problems(CatalogueCsv.parse(text));
    if (!problems.isEmpty()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "归口目录有"
              + problems.size()
              + "处错误："
              + problems.stream()
                  .limit(SHOWN)
                  .map(problem -> "第" + problem.line() + "行，" + problem.message())
                  .collect(Collectors.joining("；")));
    }
  }

  PreviewView preview(Tx tx, String text, LocalDate effectiveFrom) {
    Parsed parsed = CatalogueCsv.parse(text);
    MatterCatalogue before = book.current();
    MatterCatalogue after = new MatterCatalogue(book.versions().lastNumber() + 1, parsed.matters());
    List<ProblemView> problems = problems(parsed);
    Map<String, Long> open = store.openByMatter(tx, rules.self().code());
    return new PreviewView(
        book.versions().lastNumber(),
        !effectiveFrom.isAfter(book.today()),
        problems,
        problems.isEmpty() ? changes(before, after, open) : List.of(),
        after.matters().stream()
            .filter(matter -> reference.suggestedFor(matter).isEmpty())
            .map(Matter::code)
            .toList());
  }

  /**
   * What no unit here is named for may still be a node's below; a unit that is named must exist.
   */
  private List<ProblemView> problems(Parsed parsed) {
    List<ProblemView> problems = new ArrayList<>();
    parsed.problems().forEach(p -> problems.add(new ProblemView(p.line(), p.message())));
    for (Map.Entry<Integer, Matter> entry : parsed.byLine().entrySet()) {
      Optional<String> unit = entry.getValue().unit();
      if (unit.isPresent() && reference.unit(unit.get()).isEmpty()) {
        problems.add(new ProblemView(entry.getKey(), "本节点没有代码为“" + unit.get() + "”的承办单位"));
      }
      for (String function : entry.getValue().coFunctions()) {
        if (reference.unitFor(function).isEmpty()) {
          problems.add(new ProblemView(entry.getKey(), "本节点没有协办职能为“" + function + "”的承办单位"));
        }
      }
    }
    return problems;
  }

  private List<ChangeView> changes(
      MatterCatalogue before, MatterCatalogue after, Map<String, Long> open) {
    TreeSet<String> codes = new TreeSet<>();
    before.matters().forEach(matter -> codes.add(matter.code()));
    after.matters().forEach(matter -> codes.add(matter.code()));
    return codes.stream()
        .map(
            code ->
                new ChangeView(
                    code,
                    said(before.matter(code)),
                    said(after.matter(code)),
                    open.getOrDefault(code, 0L)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  /** A matter in words, with whose it is here. */
  private @Nullable String said(Optional<Matter> matter) {
    return matter
        .map(
            found ->
                found.path()
                    + "（"
                    + found.domain().label()
                    + "）→ "
                    + reference.suggestedFor(found).map(HandlingUnit::name).orElse(found.function())
                    + reference.coHandlersFor(found).stream()
                        .map(unit -> "，协办" + unit.name())
                        .collect(Collectors.joining()))
        .orElse(null);
  }
}
