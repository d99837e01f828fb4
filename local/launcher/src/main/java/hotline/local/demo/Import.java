package hotline.local.demo;

import hotline.local.csv.CsvAppeals;
import hotline.local.csv.CsvMessage;
import hotline.local.demo.appeal.Appeal;
import hotline.local.demo.appeal.MessageAppeals;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.TicketView;
import hotline.local.demo.scenario.Intake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Brings the messages of a file in at one node and has them accepted. Each carries its number in
 * the file, so that a repeated import registers nothing twice.
 */
final class Import {

  private static final String CALL_TAKER = "huawu";
  private static final int WORKERS = 8;
  private static final int PROBLEMS_SHOWN = 10;

  private final HttpNode node;
  private final MessageAppeals appeals;
  private final PrintWriter out;
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder known = new LongAdder();
  private final LongAdder rejected = new LongAdder();

  Import(HttpNode node, MessageAppeals appeals, PrintWriter out) {
    this.node = node;
    this.appeals = appeals;
    this.out = out;
  }

  /**
   * Imports the file.
   *
   * @return whether every row was taken in, now or earlier
   */
  boolean run(Path file) throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    Semaphore room = new Semaphore(WORKERS * 2);
    CsvReport rows =
        new CsvReport(
            out,
            Long.MAX_VALUE,
            message -> {
              room.acquire();
              workers.execute(
                  () -> {
                    try {
                      bringIn(message);
                    } finally {
                      room.release();
                    }
                  });
            });
    try {
      new CsvAppeals(file).read(rows);
    } finally {
      workers.shutdown();
    }
    while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
      out.println("  等待节点应答…");
    }
    out.printf(
        "导入节点 %s：受理 %d，不予受理（重复诉求） %d，先前已导入 %d，被节点拒收 %d，坏行 %d%n",
        node.code(), accepted.sum(), refused.sum(), known.sum(), rejected.sum(), rows.bad());
    return rejected.sum() == 0 && rows.bad() == 0;
  }

  private void bringIn(CsvMessage message) {
    Appeal appeal = appeals.appeal(message).at(node.code());
    try {
      HttpNode.Answer<TicketView> answer =
          node.post(CALL_TAKER, "/api/tickets", Intake.accepted(appeal), TicketView.class);
      if (!answer.created()) {
        known.increment();
        if (!answer.body().content().equals(appeal.content())) {
          reject(message, "编号 %s 先前用于内容不同的工单 %s".formatted(message.id(), answer.body().id()));
        }
      } else if (answer.body().is("REFUSED")) {
        refused.increment();
      } else {
        accepted.increment();
      }
    } catch (ApiRefusal e) {
      reject(message, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      reject(message, "节点无法访问：" + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void reject(CsvMessage message, String reason) {
    rejected.increment();
    if (rejected.sum() <= PROBLEMS_SHOWN) {
      out.printf("  第 %d 行 %s%n", message.line(), reason);
    }
  }
}
