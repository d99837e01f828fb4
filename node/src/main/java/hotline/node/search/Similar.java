package hotline.node.search;

import hotline.node.store.Visibility;
import hotline.node.ticket.PersonalNumbers;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickets that say much the same: those that share most of what is telling in a text, which
 * are the pairs of characters that few other tickets have.
 */
@Singleton
public final class Similar {

  private static final int TELLING = 25;
  private static final int READ = 500;
  private static final double LEAST_SHARE = 0.3;

  private final TicketIndex index;
  private final TicketQueries queries = new TicketQueries();
  private final Analyzer analyzer = Words.analyzer();

  Similar(TicketIndex index) {
    this.index = index;
  }

  /**
   * Where to look.
   *
   * @param region tickets of this region or below; null for all
   * @param since registered not before this
   */
  public record Where(
      Visibility visible,
      String node,
      @Nullable String unit,
      @Nullable String region,
      Instant since) {}

  /**
   * A ticket that says much the same.
   *
   * @param likeness how much of what is telling in the text is in the ticket, up to 1
   */
  public record Like(String id, double likeness) {}

  /** The most similar first. */
  public List<Like> to(String text, Where where, int limit) {
    Set<String> pairs = pairs(text);
    if (pairs.isEmpty()) {
      return List.of();
    }
    return index.search(searcher -> similar(searcher, pairs, where, limit), List.of());
  }

  private List<Like> similar(IndexSearcher searcher, Set<String> pairs, Where where, int limit)
      throws IOException {
    Map<String, Double> telling = telling(searcher.getIndexReader(), pairs);
    double whole = telling.values().stream().mapToDouble(Double::doubleValue).sum();
    if (whole == 0) {
      return List.of();
    }
    TopDocs top = searcher.search(query(telling, where), limit);
    List<Like> found = new ArrayList<>();
    List<String> ids = TicketFinder.ids(searcher, top.scoreDocs);
    for (int i = 0; i < ids.size(); i++) {
      ScoreDoc hit = top.scoreDocs[i];
      double likeness = Math.min(1, hit.score / whole);
      if (likeness >= LEAST_SHARE) {
        found.add(new Like(ids.get(i), likeness));
      }
    }
    return found;
  }

  /** Each shared pair counts by how telling it is, once, wherever it stands. */
  private Query query(Map<String, Double> telling, Where where) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    telling.forEach(
        (pair, weight) ->
            any.add(
                new BoostQuery(
                    new ConstantScoreQuery(
                        new DisjunctionMaxQuery(
                            List.of(
                                new TermQuery(new Term(Fields.TITLE, pair)),
                                new TermQuery(new Term(Fields.CONTENT, pair)),
                                new TermQuery(new Term(Fields.PLACE, pair))),
                            0)),
                    weight.floatValue()),
                Occur.SHOULD));
    any.setMinimumNumberShouldMatch(Math.max(1, (int) (telling.size() * LEAST_SHARE)));
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    queries
        .visible(where.visible(), where.node(), where.unit())
        .forEach(filter -> query.add(filter, Occur.FILTER));
    if (where.region() != null) {
      query.add(new PrefixQuery(new Term(Fields.REGION, where.region())), Occur.FILTER);
    }
    query.add(
        LongPoint.newRangeQuery(
            Fields.REGISTERED, TicketDocuments.micros(where.since()), Long.MAX_VALUE),
        Occur.FILTER);
    return query.build();
  }

  /** The most telling pairs with their weights; what no ticket says is left out. */
  private static Map<String, Double> telling(IndexReader reader, Set<String> pairs)
      throws IOException {
    record Weighed(String pair, double weight) {}
    double all = Math.max(1, reader.numDocs());
    List<Weighed> weighed = new ArrayList<>();
    for (String pair : pairs) {
      int with = reader.docFreq(new Term(Fields.CONTENT, pair));
      if (with > 0) {
        weighed.add(new Weighed(pair, Math.log(1 + all / with)));
      }
    }
    Map<String, Double> telling = new LinkedHashMap<>();
    weighed.stream()
        .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
        .limit(TELLING)
        .forEach(one -> telling.put(one.pair(), one.weight()));
    return telling;
  }

  private Set<String> pairs(String text) {
    Set<String> pairs = new LinkedHashSet<>();
    String read = PersonalNumbers.without(text.length() > READ ? text.substring(0, READ) : text);
    try (TokenStream tokens = analyzer.tokenStream(Fields.CONTENT, read)) {
      CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        pairs.add(token.toString());
      }
      tokens.end();
      return pairs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
