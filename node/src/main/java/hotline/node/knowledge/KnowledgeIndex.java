package hotline.node.knowledge;

import hotline.node.classification.Openness;
import hotline.node.fulltext.LuceneClasses;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Finds published entries by the words of a question. Chinese is taken apart into pairs of
 * neighbouring characters, so no dictionary is needed. Lies in memory and is filled anew when the
 * process starts: some ten thousand entries take a few megabytes.
 */
@Singleton
final class KnowledgeIndex {

  static {
    LuceneClasses.load();
  }

  /** What is typed beyond this says nothing more about the matter. */
  private static final int LONGEST_QUESTION = 300;

  private static final float QUESTION_WEIGHT = 3;

  private static final int FEW = 4;
  private static final int MANY = 30;

  private final Analyzer analyzer = new CJKAnalyzer(CharArraySet.EMPTY_SET);
  private final QueryBuilder words = new QueryBuilder(analyzer);
  private final Map<String, Found> entries = new ConcurrentHashMap<>();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  KnowledgeIndex() throws IOException {
    this.writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
    this.searchers = new SearcherManager(writer, null);
  }

  /**
   * What is looked for.
   *
   * @param text a question as people put it; empty for everything, the newest first
   * @param day only what holds on this day
   * @param publicOnly only what the public may see (SEC-08)
   */
  record Search(String text, LocalDate day, boolean publicOnly, int offset, int limit) {}

  /** Some of the entries that were found, the best first. */
  record Hits(List<Found> entries, long total) {}

  /** Puts an entry in, in place of an earlier version. */
  void put(Found found) {
    entries.put(found.id(), found);
    try {
      writer.updateDocument(new Term("id", found.id()), document(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String id) {
    entries.remove(id);
    try {
      writer.deleteDocuments(new Term("id", id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Hits search(Search search) {
    try {
      searchers.maybeRefreshBlocking();
      IndexSearcher searcher = searchers.acquire();
      try {
        return search(searcher, search);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  void close() throws IOException {
    searchers.close();
    writer.close();
  }

  private Hits search(IndexSearcher searcher, Search search) throws IOException {
    Query query = query(search);
    int most = search.offset() + search.limit();
    TopDocs top =
        search.text().isBlank()
            ? searcher.search(
                query, most, new Sort(new SortField("published", SortField.Type.LONG, true)))
            : searcher.search(query, most);
    List<Found> page = new ArrayList<>();
    for (int at = search.offset(); at < top.scoreDocs.length; at++) {
      Found found = entries.get(searcher.storedFields().document(top.scoreDocs[at].doc).get("id"));
      // withdrawn a moment ago
      if (found != null) {
        page.add(found);
      }
    }
    return new Hits(page, searcher.count(query));
  }

  private Query query(Search search) {
    long day = search.day().toEpochDay();
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(matching(search.text()), Occur.MUST)
            .add(LongPoint.newRangeQuery("from", Long.MIN_VALUE, day), Occur.FILTER)
            .add(LongPoint.newRangeQuery("until", day, Long.MAX_VALUE), Occur.FILTER);
    if (search.publicOnly()) {
      all.add(new TermQuery(new Term("openness", Openness.PUBLIC.name())), Occur.FILTER);
    }
    return all.build();
  }

  private Query matching(String text) {
    String typed = text.strip();
    String asked = typed.length() > LONGEST_QUESTION ? typed.substring(0, LONGEST_QUESTION) : typed;
    Set<Query> anywhere = pairs("all", asked);
    if (anywhere.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    anywhere.forEach(pair -> some.add(pair, Occur.SHOULD));
    some.setMinimumNumberShouldMatch(needed(anywhere.size()));
    BooleanQuery.Builder question = new BooleanQuery.Builder();
    pairs("question", asked).forEach(pair -> question.add(pair, Occur.SHOULD));
    return new BooleanQuery.Builder()
        .add(some.build(), Occur.MUST)
        .add(new BoostQuery(question.build(), QUESTION_WEIGHT), Occur.SHOULD)
        .build();
  }

  /** The pairs of characters and the words of a text, each once. */
  private Set<Query> pairs(String field, String text) {
    @Nullable Query query = words.createBooleanQuery(field, text, Occur.SHOULD);
    Set<Query> pairs = new LinkedHashSet<>();
    if (query instanceof BooleanQuery several) {
      several.clauses().forEach(clause -> pairs.add(clause.getQuery()));
    } else if (query != null) {
      pairs.add(query);
    }
    return pairs;
  }

  /**
   * How many of the typed pairs have to be there. Few, since most of what people say is not what
   * they ask; more of a long text, where some are there by chance. The order does the rest.
   */
  private static int needed(int pairs) {
    if (pairs < FEW) {
      return 1;
    }
    return pairs <= MANY ? 2 : 3;
  }

  private static Document document(Found found) {
    KnowledgeDocument knowledge = found.knowledge();
    LocalDate until = knowledge.validUntil();
    Document document = new Document();
    document.add(new StringField("id", found.id(), Store.YES));
    document.add(new StringField("openness", knowledge.openness(), Store.NO));
    document.add(new LongPoint("from", knowledge.validFrom().toEpochDay()));
    document.add(new LongPoint("until", until == null ? Long.MAX_VALUE : until.toEpochDay()));
    document.add(new NumericDocValuesField("published", found.publishedAt().toEpochMilli()));
    document.add(new TextField("question", knowledge.question(), Store.NO));
    document.add(
        new TextField(
            "all",
            knowledge.question() + "\n" + knowledge.answer() + "\n" + knowledge.basis(),
            Store.NO));
    return document;
  }
}
