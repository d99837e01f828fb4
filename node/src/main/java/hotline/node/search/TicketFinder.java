package hotline.node.search;

import hotline.node.search.TicketSearch.Order;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** Finds tickets in the index: their ids, in order. */
@Singleton
public final class TicketFinder {

  /** Beyond so many it is only said that there are more. */
  public static final int COUNTED = 10_000;

  private static final int CHUNK = 1000;

  private static final Sort OLDEST_FIRST =
      new Sort(new SortField(Fields.REGISTERED, SortField.Type.LONG));

  private final TicketIndex index;
  private final TicketQueries queries = new TicketQueries();

  TicketFinder(TicketIndex index) {
    this.index = index;
  }

  /**
   * A page of what was found.
   *
   * @param atLeast whether there are more than {@code total}
   */
  public record Found(List<String> ids, long total, boolean atLeast) {

    static final Found NOTHING = new Found(List.of(), 0, false);
  }

  public Found page(TicketSearch search, Order order, int offset, int limit) {
    Query query = queries.of(search);
    return index.search(
        searcher -> {
          TopDocs top = top(searcher, query, order, offset + limit);
          int from = Math.min(offset, top.scoreDocs.length);
          List<String> ids =
              ids(searcher, Arrays.copyOfRange(top.scoreDocs, from, top.scoreDocs.length));
          boolean more =
              top.totalHits.relation != TotalHits.Relation.EQUAL_TO
                  || top.totalHits.value > COUNTED;
          return new Found(ids, more ? COUNTED : top.totalHits.value, more);
        },
        Found.NOTHING);
  }

  /**
   * All that is found, newest first, as it is at this moment, in pieces.
   *
   * @return how many there were
   */
  public long all(TicketSearch search, Consumer<List<String>> pieces) {
    Query query = queries.of(search);
    return index.searchOnce(
        searcher -> {
          long count = 0;
          FieldDoc last = null;
          while (true) {
            TopDocs next =
                searcher.search(
                    query, new TopFieldCollectorManager(Generation.NEWEST_FIRST, CHUNK, last, 1));
            if (next.scoreDocs.length == 0) {
              return count;
            }
            count += next.scoreDocs.length;
            last = (FieldDoc) next.scoreDocs[next.scoreDocs.length - 1];
            pieces.accept(ids(searcher, next.scoreDocs));
          }
        },
        0L);
  }

  private static TopDocs top(IndexSearcher searcher, Query query, Order order, int count)
      throws IOException {
    return switch (order) {
      case RELEVANCE ->
          searcher.search(query, new TopScoreDocCollectorManager(count, null, COUNTED));
      case NEWEST ->
          searcher.search(
              query, new TopFieldCollectorManager(Generation.NEWEST_FIRST, count, null, COUNTED));
      case OLDEST ->
          searcher.search(query, new TopFieldCollectorManager(OLDEST_FIRST, count, null, COUNTED));
    };
  }

  /** Ids are read in the order of the documents and handed out in that of the hits. */
  static List<String> ids(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Integer[] byDocument = new Integer[hits.length];
    Arrays.setAll(byDocument, i -> i);
    Arrays.sort(byDocument, Comparator.comparingInt(i -> hits[i].doc));
    String[] ids = new String[hits.length];
    int leaf = -1;
    @Nullable BinaryDocValues values = null;
    for (int at : byDocument) {
      int document = hits[at].doc;
      int itsLeaf = ReaderUtil.subIndex(document, leaves);
      if (values == null || itsLeaf != leaf) {
        leaf = itsLeaf;
        values = leaves.get(leaf).reader().getBinaryDocValues(Fields.ID);
      }
      values.advanceExact(document - leaves.get(leaf).docBase);
      ids[at] = values.binaryValue().utf8ToString();
    }
    return new ArrayList<>(Arrays.asList(ids));
  }
}
