package hotline.node.export;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.view.Times;
import hotline.sync.Threads;
import hotline.sync.Transactions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends lists as files while they are read, so that their length does not matter. Each is on the
 * record twice (SEC-03): who wants what, and how many rows there were or that it broke off. In the
 * latter case the connection is cut, so that the browser says that the file is not whole.
 */
@Singleton
public final class Exports {

  private static final Logger log = LoggerFactory.getLogger(Exports.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** A few at a time: each reads the database as fast as it can. */
  private static final int AT_ONCE = 3;

  /** So many more may wait; each of them holds one of the threads that send. */
  private static final int WAITING = 8;

  private final Transactions transactions;
  private final AuditStore audit;
  private final Clock clock;
  private final ExecutorService threads = Threads.pool("export", AT_ONCE);
  private final AtomicInteger unfinished = new AtomicInteger();

  Exports(Transactions transactions, AuditStore audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Hands out the rows of a list in pieces. */
  @FunctionalInterface
  public interface Rows<T> {

    void forEach(Consumer<List<T>> pieces);

    /** Reads on from the last row seen, until there are no more. */
    static <T> Rows<T> following(Next<T> next) {
      return pieces -> {
        List<T> piece = next.after(null);
        while (!piece.isEmpty()) {
          pieces.accept(piece);
          piece = next.after(piece.get(piece.size() - 1));
        }
      };
    }
  }

  /** The rows after one; after null the first ones. */
  @FunctionalInterface
  public interface Next<T> {
    List<T> after(@Nullable T last);
  }

  /**
   * The answer that carries the file. It begins at once; its content has to wait while others are
   * being sent.
   *
   * @param username who takes it
   * @param described what the list is narrowed by, without personal data
   * @throws RefusedException while too many wait already
   */
  public <T> MutableHttpResponse<StreamedFile> send(
      String username, ExportFormat format, Sheet<T> sheet, String described, Rows<T> rows) {
    note(username, "EXPORT", sheet.name(), format + " " + described);
    if (unfinished.get() >= AT_ONCE + WAITING) {
      throw new RefusedException(ErrorCode.UNAVAILABLE, "排队导出的文件太多，请过几分钟再导出");
    }
    unfinished.incrementAndGet();
    var stream =
        ExportStream.of(threads, out -> write(username, format, sheet, described, rows, out));
    String file =
        URLEncoder.encode(
            sheet.name()
                + "-"
                + STAMP.format(Times.local(clock.instant()))
                + "."
                + format.extension(),
            StandardCharsets.UTF_8);
    return HttpResponse.ok(new StreamedFile(stream, MediaType.of(format.mediaType())))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + file)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** The same for a list that is short enough to be handed out whole. */
  public <T> MutableHttpResponse<StreamedFile> send(
      String username, ExportFormat format, Sheet<T> sheet, String described, List<T> rows) {
    return send(username, format, sheet, described, pieces -> pieces.accept(rows));
  }

  private <T> void write(
      String username,
      ExportFormat format,
      Sheet<T> sheet,
      String described,
      Rows<T> rows,
      OutputStream out)
      throws IOException {
    AtomicLong count = new AtomicLong();
    try {
      // whoever asked may have gone while this had to wait
      out.flush();
      TableWriter table = format.open(out, sheet.name(), sheet.headers());
      rows.forEach(
          piece -> {
            for (T row : piece) {
              try {
                table.row(sheet.row(row));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
            count.addAndGet(piece.size());
          });
      table.finish();
    } catch (IOException | RuntimeException e) {
      log.warn("an export broke off after {} rows: {}", count, e.toString());
      note(username, "EXPORT_BROKEN", sheet.name(), "rows=" + count + " " + described);
      throw e;
    } finally {
      unfinished.decrementAndGet();
    }
    note(username, "EXPORTED", sheet.name(), "rows=" + count + " " + described);
  }

  private void note(String username, String action, String subject, String detail) {
    transactions.run(tx -> audit.append(tx, clock.instant(), username, action, subject, detail));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
