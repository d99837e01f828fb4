package hotline.sync.command;

import static hotline.sync.command.CommandNode.DOWN;
import static hotline.sync.command.CommandNode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import hotline.sync.NodeCode;
import hotline.sync.jdbc.JdbcTransactions;
import hotline.sync.testing.TestNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinkIT {

  @TempDir Path temp;
  private CommandNode province;
  private CommandNode city;

  @BeforeEach
  void start() throws Exception {
    province = new CommandNode(TestNode.root(temp, "620000")).start();
    city = new CommandNode(TestNode.below(province.node, temp, "621000")).start();
  }

  @AfterEach
  void stop() {
    city.close();
    province.close();
  }

  private CommandId down(String key, String payload) {
    return province.send(city.code(), key, DOWN, payload);
  }

  private void awaitAllSettled() {
    await().untilAsserted(() -> assertThat(province.waiting()).isZero());
  }

  @Test
  void aCommandIsCarriedOutAndItsOutcomeHeard() {
    CommandId id = down("t1", "a");

    await().untilAsserted(() -> assertThat(province.heard).hasSize(1));
    assertThat(city.executed()).containsExactly("a");
    CommandNode.Heard heard = province.heard.get(0);
    assertThat(heard.id()).isEqualTo(id);
    assertThat(heard.type()).isEqualTo(DOWN);
    assertThat(heard.payload()).isEqualTo("a");
    assertThat(heard.outcome())
        .isInstanceOfSatisfying(
            CommandOutcome.Done.class,
            done ->
                assertThat(new String(done.result(), StandardCharsets.UTF_8)).isEqualTo("done a"));
  }

  @Test
  void commandsTravelUpAsWellAsDown() {
    city.send(province.code(), "t1", UP, "answer");

    await().untilAsserted(() -> assertThat(city.heard).hasSize(1));
    assertThat(province.executed()).containsExactly("answer");
  }

  @Test
  void commandsOfOneKeyAreCarriedOutInTheirOrder() {
    for (int i = 0; i < 300; i++) {
      down("key" + i % 15, "key" + i % 15 + " " + i);
    }

    awaitAllSettled();
    assertThat(city.executed()).hasSize(300).doesNotHaveDuplicates();
    for (int key = 0; key < 15; key++) {
      int first = key;
      assertThat(
              city.executed(
                  "SELECT payload FROM executed WHERE ordering_key = 'key%d' ORDER BY id"
                      .formatted(key)))
          .containsExactlyElementsOf(
              IntStream.iterate(first, i -> i < 300, i -> i + 15)
                  .mapToObj(i -> "key" + first + " " + i)
                  .toList());
    }
    assertThat(province.heard).hasSize(300);
  }

  @Test
  void aCommandOfARolledBackTransactionIsNeverSent() {
    assertThatThrownBy(
            () ->
                province
                    .node
                    .schema()
                    .transactions()
                    .<IllegalStateException>run(
                        tx -> {
                          province.enqueue(tx, city.code(), "t1", DOWN, "never");
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessage("changed my mind");
    down("t1", "a");

    awaitAllSettled();
    assertThat(city.executed()).containsExactly("a");
  }

  @Test
  void aTransactionThatCommitsLateIsFoundLate() throws Exception {
    CountDownLatch others = new CountDownLatch(1);
    Thread late =
        new Thread(
            () ->
                province
                    .node
                    .schema()
                    .transactions()
                    .<RuntimeException>run(
                        tx -> {
                          province.enqueue(tx, city.code(), "late", DOWN, "late");
                          try {
                            others.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                        }));
    late.start();
    for (int i = 0; i < 50; i++) {
      down("t" + i, "t" + i);
    }
    await().untilAsserted(() -> assertThat(city.executed()).hasSize(50));
    others.countDown();
    late.join();

    await().untilAsserted(() -> assertThat(city.executed()).hasSize(51).endsWith("late"));
  }

  @Test
  void aRepeatAfterALostAnswerIsNotCarriedOutAgain() {
    CountDownLatch gone = new CountDownLatch(1);
    city.afterCommit.put(
        "a",
        () -> {
          city.node.link().close();
          gone.countDown();
        });
    down("t1", "a");
    await().until(() -> gone.getCount() == 0);
    assertThat(province.heard).isEmpty();

    city.stop();
    city.start();

    await().untilAsserted(() -> assertThat(province.heard).hasSize(1));
    assertThat(city.executed()).containsExactly("a");
    assertThat(province.heard.get(0).outcome()).isInstanceOf(CommandOutcome.Done.class);
  }

  @Test
  void commandsForAnAbsentNodeWaitAndArriveWhenItIsBack() {
    city.stop();
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      down("t1", "c" + i);
      sent.add("c" + i);
    }
    await().untilAsserted(() -> assertThat(province.link.stuck(10)).isNotEmpty());
    assertThat(province.statusOf(city.code()).waiting()).isEqualTo(20);
    assertThat(province.statusOf(city.code()).lastError()).isPresent();

    city.start();

    awaitAllSettled();
    assertThat(city.executed()).containsExactlyElementsOf(sent);
    assertThat(province.statusOf(city.code()).lastError()).isEmpty();
  }

  @Test
  void commandsSurviveARestartOfTheirSender() {
    city.stop();
    down("t1", "a");
    down("t1", "b");
    await().untilAsserted(() -> assertThat(province.link.stuck(10)).isNotEmpty());
    province.stop();
    city.start();
    province.start();
    down("t1", "c");

    awaitAllSettled();
    assertThat(city.executed()).containsExactly("a", "b", "c");
  }

  @Test
  void aRefusalReachesTheListenerWithItsReason() {
    down("t1", "refuse this");
    down("t1", "next");

    await().untilAsserted(() -> assertThat(province.heard).hasSize(2));
    assertThat(province.heard.get(0).outcome())
        .isEqualTo(new CommandOutcome.Refused(400, "STATE_FORBIDS", "工单已办结"));
    assertThat(city.executed()).containsExactly("next");
  }

  @Test
  void finishedCommandsAreRemovedButTheLastOfEachKeyAtItsReceiver() {
    CommandId first = down("t1", "a");
    down("t1", "b");
    down("t2", "c");
    awaitAllSettled();

    assertThat(province.link.prune(Duration.ofDays(1))).isZero();
    assertThat(city.link.prune(Duration.ofDays(1))).isZero();
    assertThat(province.link.prune(Duration.ofSeconds(-5))).isEqualTo(3);
    assertThat(city.link.prune(Duration.ofSeconds(-5))).isEqualTo(1);
    assertThat(city.node.schema().number("SELECT COUNT(*) FROM inbound_command")).isEqualTo(2);
    assertThat(
            city.node
                .schema()
                .number(
                    "SELECT COUNT(*) FROM inbound_command WHERE command_id = 0x"
                        + first.value().toString().replace("-", "")))
        .isZero();

    down("t1", "d");
    awaitAllSettled();
    assertThat(city.executed()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void whatStillWaitsIsNeverRemoved() {
    city.stop();
    down("t1", "a");

    assertThat(province.link.prune(Duration.ofSeconds(-5))).isZero();

    city.start();
    awaitAllSettled();
    assertThat(city.executed()).containsExactly("a");
  }

  @Test
  void aDeferredCommandHoldsUpItsOwnKeyOnly() {
    city.failures.put("stubborn", new AtomicInteger(Integer.MAX_VALUE));
    down("t1", "stubborn");
    down("t1", "behind");
    down("t2", "other");

    await().untilAsserted(() -> assertThat(city.executed()).containsExactly("other"));
    await()
        .untilAsserted(
            () ->
                assertThat(province.link.stuck(10))
                    .singleElement()
                    .satisfies(
                        stuck -> {
                          assertThat(stuck.orderingKey()).isEqualTo("t1");
                          assertThat(stuck.attempts()).isGreaterThan(1);
                          assertThat(stuck.lastError()).contains("IllegalStateException");
                        }));

    city.failures.get("stubborn").set(0);

    awaitAllSettled();
    assertThat(city.executed()).containsExactly("other", "stubborn", "behind");
  }

  @Test
  void aStuckCommandCanBeCancelledAndThoseBehindItGoOn() {
    city.failures.put("stubborn", new AtomicInteger(Integer.MAX_VALUE));
    CommandId stubborn = down("t1", "stubborn");
    down("t1", "behind");
    await().untilAsserted(() -> assertThat(province.link.stuck(10)).hasSize(1));

    assertThat(province.cancel(stubborn)).isTrue();

    await().untilAsserted(() -> assertThat(city.executed()).containsExactly("behind"));
    assertThat(province.cancelled).containsExactly(stubborn);
    assertThat(province.cancel(stubborn)).isFalse();
    awaitAllSettled();
    assertThat(province.heard).hasSize(1);
  }

  @Test
  void aCommandCancelledByAnotherProcessIsNotSent() {
    city.stop();
    CommandId first = down("t1", "first");
    down("t1", "second");
    await().untilAsserted(() -> assertThat(province.link.stuck(10)).isNotEmpty());
    try (CommandLink other = province.newLink()) {
      province
          .node
          .schema()
          .transactions()
          .<RuntimeException>run(tx -> other.cancel(tx, first, "不再需要"));
    }

    city.start();

    awaitAllSettled();
    assertThat(city.executed()).containsExactly("second");
  }

  @Test
  void aCancelledCommandThatWasCarriedOutNeverthelessIsNoted() {
    CommandId[] id = new CommandId[1];
    CountDownLatch sent = new CountDownLatch(1);
    city.afterCommit.put(
        "a",
        () -> {
          try {
            sent.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          province.cancel(id[0]);
        });
    id[0] = down("t1", "a");
    sent.countDown();

    await()
        .untilAsserted(
            () ->
                assertThat(
                        province
                            .node
                            .schema()
                            .number(
                                "SELECT COUNT(*) FROM outbound_command WHERE state = 3 AND"
                                    + " last_error LIKE '%had carried it out'"))
                    .isEqualTo(1));
    assertThat(province.heard).isEmpty();
  }

  @Test
  void theCircuitOpensForAnAbsentNodeAndClosesWhenItIsBack() {
    city.stop();
    down("t1", "a");

    await()
        .untilAsserted(
            () ->
                assertThat(province.statusOf(city.code()).circuit())
                    .isEqualTo(TargetStatus.CircuitState.OPEN));

    city.start();

    awaitAllSettled();
    assertThat(province.statusOf(city.code()).circuit())
        .isEqualTo(TargetStatus.CircuitState.CLOSED);
  }

  @Test
  void anOutcomeThatCannotBeTakenIsAskedForAgain() {
    province.listenerFailures.set(2);
    down("t1", "a");
    down("t1", "b");

    await().untilAsserted(() -> assertThat(province.heard).hasSize(2));
    assertThat(city.executed()).containsExactly("a", "b");
    awaitAllSettled();
  }

  @Test
  void ofTwoProcessesOneSendsAndTheOtherTakesOver() {
    try (HikariDataSource pool = province.node.schema().open();
        CommandLink second = province.newLink(new JdbcTransactions(pool))) {
      await().until(province.link::isSending);
      second.start();
      for (int i = 0; i < 50; i++) {
        down("t" + i % 5, "c" + i);
      }
      awaitAllSettled();
      assertThat(second.isSending()).isFalse();

      province.link.close();

      await().until(second::isSending);
      province
          .node
          .schema()
          .transactions()
          .<RuntimeException>run(
              tx ->
                  second.enqueue(tx, new CommandDraft(city.code(), "t1", DOWN, new byte[] {'z'})));
      await().untilAsserted(() -> assertThat(city.executed()).hasSize(51).endsWith("z"));
    }
  }

  @Test
  void aProcessThatHasLostItsLeaseSendsNothingMore() {
    await().until(province.link::isSending);
    province
        .node
        .schema()
        .execute(
            "UPDATE lease SET holder = 'other', epoch = epoch + 1, expires_at = expires_at +"
                + " 3600000000 WHERE name = 'command-sender'");
    down("t1", "a");

    await().until(() -> !province.link.isSending());
    assertThat(province.waiting()).isEqualTo(1);
    assertThat(city.executed()).isEmpty();

    province.node.schema().execute("UPDATE lease SET expires_at = 0");

    await().untilAsserted(() -> assertThat(city.executed()).containsExactly("a"));
  }

  @Test
  void aChildCannotCommandWhatOnlyAParentMay() {
    assertThatThrownBy(() -> city.send(province.code(), "t1", DOWN, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected to go DOWN");
  }

  @Test
  void aKeyThatTheTablesCannotTellApartIsRefused() {
    assertThatThrownBy(() -> down("t1 ", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ordering key 't1 ': expected");
    assertThatThrownBy(() -> down("", "a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> down("t".repeat(65), "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyNeighboursCanBeCommanded() {
    assertThatThrownBy(() -> province.send(NodeCode.of("621002"), "t1", DOWN, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the parent or a child");
  }

  @Test
  void aRevokedChildGetsNoMoreCommands() {
    province.node.link().tree().revoke(city.code());

    assertThatThrownBy(() -> down("t1", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the parent or a child");
  }
}
