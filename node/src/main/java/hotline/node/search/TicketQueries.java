package hotline.node.search;

import hotline.node.store.TicketFilter;
import hotline.node.store.TicketSlice;
import hotline.node.store.Visibility;
import hotline.node.ticket.PersonalNumbers;
import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Puts a search into the index's terms. What one may not see is left out here, in the query itself,
 * so that numbers and pages are those of what one does see.
 */
final class TicketQueries {

  private static final Map<String, Float> WEIGHTS =
      Map.of(Fields.TITLE, 4f, Fields.PLACE, 2f, Fields.CONTENT, 1.5f, Fields.REPLY, 1f);

  private static final List<String> UNANSWERED =
      List.of("REGISTERED", "ACCEPTED", "IN_HANDLING", "IN_REVIEW");

  private final QueryBuilder phrases = new QueryBuilder(Words.analyzer());

  Query of(TicketSearch search) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : search.words()) {
      all.add(word(word), Occur.MUST);
    }
    List<Query> filters = filters(search.filter());
    if (search.enterprise() != null) {
      term(filters, Fields.ENTERPRISE, search.enterprise() ? "1" : "0");
    }
    if (search.place() != null) {
      filters.add(phrase(Fields.PLACE, search.place()));
    }
    if (search.words().isEmpty()) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  /** What one may see at all. */
  List<Query> visible(Visibility visible, String node, @Nullable String unit) {
    List<Query> filters = new ArrayList<>();
    if (!visible.regions().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String region : visible.regions()) {
        any.add(new PrefixQuery(new Term(Fields.REGION, region)), Occur.SHOULD);
      }
      filters.add(any.build());
    }
    if (!visible.categories().isEmpty()) {
      filters.add(oneOf(Fields.CATEGORY, visible.categories()));
    }
    term(filters, Fields.UNIT, unit == null ? null : Fields.unit(node, unit));
    return filters;
  }

  private List<Query> filters(TicketFilter filter) {
    List<Query> filters = visible(filter.visible(), filter.node(), filter.unit());
    term(filters, Fields.STATE, filter.state());
    term(filters, Fields.CATEGORY, filter.category());
    term(filters, Fields.URGENCY, filter.urgency());
    term(filters, Fields.OWNER, filter.owner());
    slice(filters, filter.slice());
    if (filter.ids() != null) {
      filters.add(oneOf(Fields.ID, filter.ids()));
    }
    Instant from = filter.from();
    Instant to = filter.to();
    if (from != null || to != null) {
      filters.add(
          LongPoint.newRangeQuery(
              Fields.REGISTERED,
              from == null ? Long.MIN_VALUE : TicketDocuments.micros(from),
              to == null ? Long.MAX_VALUE : TicketDocuments.micros(to) - 1));
    }
    Instant overdueAt = filter.overdueAt();
    if (overdueAt != null) {
      filters.add(oneOf(Fields.STATE, UNANSWERED));
      filters.add(
          LongPoint.newRangeQuery(
              Fields.DUE, Long.MIN_VALUE, TicketDocuments.micros(overdueAt) - 1));
    }
    return filters;
  }

  private static void slice(List<Query> filters, TicketSlice slice) {
    term(filters, Fields.CHANNEL, slice.channel());
    String matter = slice.matter();
    term(filters, Fields.MATTER, matter != null && matter.isEmpty() ? Fields.NONE : matter);
    String region = slice.region();
    if (region != null) {
      filters.add(
          region.isEmpty()
              ? new TermQuery(new Term(Fields.REGION, Fields.NONE))
              : new PrefixQuery(new Term(Fields.REGION, region)));
    }
    if (slice.owners() != null) {
      filters.add(oneOf(Fields.OWNER, slice.owners()));
    }
  }

  private Query word(String word) {
    List<Query> anywhere = new ArrayList<>();
    WEIGHTS.forEach((field, weight) -> anywhere.add(new BoostQuery(phrase(field, word), weight)));
    String number = TicketDocuments.number(word);
    anywhere.add(new TermQuery(new Term(Fields.ALIAS, number)));
    return new DisjunctionMaxQuery(anywhere, 0.1f);
  }

  /** A single Chinese character is one of a pair, most often. */
  private Query phrase(String field, String word) {
    String sought = PersonalNumbers.without(word).strip();
    if (sought.codePointCount(0, sought.length()) == 1
        && UnicodeScript.of(sought.codePointAt(0)) == UnicodeScript.HAN) {
      return new WildcardQuery(new Term(field, "*" + sought + "*"));
    }
    Query phrase = phrases.createPhraseQuery(field, sought);
    return phrase == null ? new MatchNoDocsQuery("nothing to look for") : phrase;
  }

  private static Query oneOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  private static void term(List<Query> filters, String field, @Nullable String value) {
    if (value != null) {
      filters.add(new TermQuery(new Term(field, value)));
    }
  }
}
