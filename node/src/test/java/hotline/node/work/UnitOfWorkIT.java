package hotline.node.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.EmbeddedNode;
import hotline.node.Samples;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.TicketCommand.ArchiveTicket;
import hotline.node.ticket.TicketCommand.WithdrawTicket;
import hotline.node.ticket.TicketId;
import hotline.sync.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitOfWorkIT {

  private static final int THREADS = 8;
  private static final int TIMES = 10;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.start(folder, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void concurrentCommandsOnOneTicketAllCountAndNoneIsLost() throws Exception {
    AssignmentId id = Samples.dispatched(node);
    long before = node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id)).version();

    inParallel(
        () ->
            node.bean(TicketWork.class)
                .carryOut(unit -> unit.decide(id, new NoteContact("电话未接通"))));

    var after = node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id));
    assertThat(after.version()).isEqualTo(before + THREADS * TIMES);
    assertThat(after.handling().contacts()).hasSize(THREADS * TIMES);
    // the holder heard of every one of them in the same transaction
    var ticket = node.bean(TicketWork.class).carryOut(unit -> unit.ticket(id.ticket()));
    assertThat(ticket.orders().all().get(0).handling().contacts()).hasSize(THREADS * TIMES);
  }

  @Test
  void aRefusalLeavesNoTrace() {
    AssignmentId id = Samples.dispatched(node);
    int entries = timeline(id.ticket());

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                node.bean(TicketWork.class)
                    .carryOut(
                        unit -> {
                          unit.decide(id, new NoteContact("已联系"));
                          return unit.decide(id.ticket(), new ArchiveTicket());
                        }))
        .matches(refused -> refused.code() == ErrorCode.STATE_FORBIDS);

    assertThat(timeline(id.ticket())).isEqualTo(entries);
    assertThat(
            node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id)).handling().contacts())
        .isEmpty();
  }

  @Test
  void aWithdrawalReachesTheUnitInTheSameTransaction() {
    AssignmentId id = Samples.dispatched(node);

    var ticket =
        node.bean(TicketWork.class)
            .carryOut(
                unit -> {
                  unit.actAs(Samples.CALL_TAKER);
                  unit.decide(id.ticket(), new WithdrawTicket("诉求人来电表示已解决"));
                  return unit.settled(id.ticket());
                });

    assertThat(ticket.orders().all().get(0).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(node.bean(TicketWork.class).carryOut(unit -> unit.assignment(id)).state().name())
        .isEqualTo("CANCELLED");
  }

  @Test
  void everyTicketGetsANumberOfItsOwn() throws Exception {
    TicketNumbers numbers = node.bean(TicketNumbers.class);
    List<TicketId> given = inParallel(numbers::next);
    Set<TicketId> different = new HashSet<>(given);

    assertThat(different).hasSize(THREADS * TIMES);
    assertThat(different).allSatisfy(id -> assertThat(id.date()).isAfter(LocalDate.of(2020, 1, 1)));
  }

  private static <T> List<T> inParallel(java.util.concurrent.Callable<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < THREADS * TIMES; i++) {
        all.add(threads.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : all) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static int timeline(TicketId id) {
    return node.bean(Transactions.class)
        .call(tx -> node.bean(TimelineStore.class).of(tx, id).size());
  }
}
