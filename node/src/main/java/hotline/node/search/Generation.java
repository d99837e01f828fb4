package hotline.node.search;

import hotline.node.fulltext.LuceneClasses;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One building of the index: written by one thread, searched by many. What is put in becomes
 * visible with {@link #refresh} and survives a crash with {@link #commit}, together with the mark
 * that tells how far it goes.
 */
final class Generation implements Closeable {

  static {
    LuceneClasses.load();
  }

  static final Sort NEWEST_FIRST =
      new Sort(new SortField(Fields.REGISTERED, SortField.Type.LONG, true));

  private static final double BUFFER_MEGABYTES = 32;

  private final Path path;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile Mark mark;
  private volatile long visible;
  private boolean uncommitted;

  private Generation(
      Path path, Directory directory, IndexWriter writer, SearcherManager searchers, Mark mark) {
    this.path = path;
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    this.mark = mark;
    this.visible = mark.position();
  }

  /** A new index that stands at {@code mark}. */
  static Generation create(Path path, Mark mark) throws IOException {
    Generation created = open(path, IndexWriterConfig.OpenMode.CREATE, mark);
    created.uncommitted = true;
    created.commit();
    return created;
  }

  /**
   * The index as it was committed last.
   *
   * @throws IOException when there is none, it is damaged or of another layout
   */
  static Generation open(Path path) throws IOException {
    return open(path, IndexWriterConfig.OpenMode.APPEND, null);
  }

  private static Generation open(Path path, IndexWriterConfig.OpenMode mode, @Nullable Mark created)
      throws IOException {
    Directory directory = FSDirectory.open(path);
    IndexWriter writer = null;
    try {
      IndexWriterConfig config = new IndexWriterConfig(Words.analyzer());
      config.setOpenMode(mode);
      config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
      config.setIndexSort(NEWEST_FIRST);
      config.setCommitOnClose(false);
      writer = new IndexWriter(directory, config);
      Mark mark = created == null ? marked(writer) : created;
      return new Generation(path, directory, writer, new SearcherManager(writer, null), mark);
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      throw e;
    }
  }

  private static Mark marked(IndexWriter writer) throws IOException {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    if (!Mark.readable(data)) {
      throw new IOException("expected an index of layout " + Fields.SCHEMA + ", got " + data);
    }
    return Mark.read(data);
  }

  Path path() {
    return path;
  }

  Mark mark() {
    return mark;
  }

  /** Puts documents in whose tickets are not in the index yet. */
  void add(List<Document> documents, Mark then) throws IOException {
    for (Document document : documents) {
      writer.addDocument(document);
    }
    moved(then);
  }

  /** Puts documents in the place of those of the same tickets. */
  void replace(Map<String, Document> documents, Mark then) throws IOException {
    for (Map.Entry<String, Document> one : documents.entrySet()) {
      writer.updateDocument(new Term(Fields.ID, one.getKey()), one.getValue());
    }
    moved(then);
  }

  /** Notes how far the index goes now. */
  void moved(Mark then) {
    uncommitted |= !then.equals(mark);
    mark = then;
  }

  void refresh() throws IOException {
    long written = mark.position();
    searchers.maybeRefreshBlocking();
    visible = written;
  }

  void commit() throws IOException {
    if (uncommitted) {
      writer.setLiveCommitData(mark.write().entrySet());
      writer.commit();
      uncommitted = false;
    }
  }

  /**
   * Reads all of it once.
   *
   * @throws IOException when it is not as it was written
   */
  void check() throws IOException {
    search(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            leaf.reader().checkIntegrity();
          }
          return true;
        });
  }

  /** How many tickets can be found in it. */
  int size() throws IOException {
    return search(searcher -> searcher.getIndexReader().numDocs());
  }

  /**
   * Changes up to this one can be found: what the mark tells is written, but may not be seen yet.
   */
  long visible() {
    return visible;
  }

  /** Looks into the index as it was at the last {@link #refresh}. */
  <T> T search(Look<T> look) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return look.at(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** What somebody wants of the index. */
  @FunctionalInterface
  interface Look<T> {
    T at(IndexSearcher searcher) throws IOException;
  }

  /** Closes without a commit: what has not been committed is done once more. */
  @Override
  public void close() throws IOException {
    try {
      searchers.close();
      writer.rollback();
    } finally {
      directory.close();
    }
  }
}
