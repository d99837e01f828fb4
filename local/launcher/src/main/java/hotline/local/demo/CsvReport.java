package hotline.local.demo;

import hotline.local.csv.BadRow;
import hotline.local.csv.CsvAppeals;
import hotline.local.csv.CsvMessage;
import java.io.IOException;
import java.io.PrintWriter;

/** Hands the good rows of a file on, shows the first bad ones and counts all. */
final class CsvReport implements CsvAppeals.Rows {

  private static final int BAD_ROWS_SHOWN = 10;

  /** Takes one message in. */
  interface Taker {
    void take(CsvMessage message) throws IOException, InterruptedException;
  }

  private final PrintWriter out;
  private final long limit;
  private final Taker taker;
  private long taken;
  private long bad;

  CsvReport(PrintWriter out, long limit, Taker taker) {
    this.out = out;
    this.limit = limit;
    this.taker = taker;
  }

  @Override
  public boolean message(CsvMessage message) throws IOException, InterruptedException {
    taken++;
    taker.take(message);
    return taken < limit;
  }

  @Override
  public void badRow(BadRow row) {
    bad++;
    if (bad <= BAD_ROWS_SHOWN) {
      out.println("  坏行：" + row.describe());
    } else if (bad == BAD_ROWS_SHOWN + 1) {
      out.println("  坏行超过 " + BAD_ROWS_SHOWN + " 行，其余只计数");
    }
  }

  long taken() {
    return taken;
  }

  long bad() {
    return bad;
  }
}
