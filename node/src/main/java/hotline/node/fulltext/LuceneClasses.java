package hotline.node.fulltext;

/**
 * Loads those classes of Lucene that wait for each other when two threads load them at the same
 * moment, so that neither ever goes on (apache/lucene#12419, mended in no version that runs on Java
 * 17). Whoever uses Lucene calls this in the static initialiser of the class that opens an index.
 */
public final class LuceneClasses {

  private LuceneClasses() {}

  /** Returns when they are loaded, by this thread or by another. */
  public static synchronized void load() {
    try {
      Class.forName(
          "org.apache.lucene.index.IndexWriter", true, LuceneClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("Lucene is not on the class path", e);
    }
  }
}
