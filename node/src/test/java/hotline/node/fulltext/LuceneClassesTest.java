package hotline.node.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LuceneClassesTest {

  private static final int ROUNDS = 10;

  /** Classes are loaded once in a class loader's life, so each round has its own. */
  @Test
  void bothIndexesCanBeOpenedAtTheSameMoment() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool(LuceneClassesTest::daemon);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        try (URLClassLoader loader = freshLoader()) {
          CyclicBarrier together = new CyclicBarrier(2);
          List<Future<?>> both =
              List.of(
                  threads.submit(
                      () ->
                          load(
                              loader,
                              together,
                              "hotline.node.knowledge.KnowledgeIndex",
                              "org.apache.lucene.index.IndexWriter")),
                  threads.submit(
                      () ->
                          load(
                              loader,
                              together,
                              "hotline.node.search.Generation",
                              "org.apache.lucene.index.ConcurrentMergeScheduler")));
          for (Future<?> one : both) {
            assertThat(ends(one)).as("round %d", round).isTrue();
          }
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean ends(Future<?> task) throws Exception {
    try {
      task.get(20, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** As the constructors of an index do: its own class, and then the first of Lucene's. */
  private static Void load(ClassLoader loader, CyclicBarrier together, String... names)
      throws Exception {
    together.await();
    for (String name : names) {
      Class.forName(name, true, loader);
    }
    return null;
  }

  private static URLClassLoader freshLoader() {
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(LuceneClassesTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** A thread that waits for a class for ever can be ended by nobody. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }
}
