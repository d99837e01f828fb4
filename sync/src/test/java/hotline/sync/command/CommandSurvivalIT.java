package hotline.sync.command;

import static hotline.sync.command.CommandNode.DOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.sync.testing.TestNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks between any two steps of a command: nothing lost, nothing twice, the order kept. */
class CommandSurvivalIT {

  private static final int KEYS = 7;

  @TempDir Path temp;
  private CommandNode province;
  private CommandNode city;

  @BeforeEach
  void start() throws Exception {
    CommandSettings impatient =
        new CommandSettings(
            64,
            8,
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofSeconds(2));
    province = new CommandNode(TestNode.root(temp, "620000"), impatient).start();
    city = new CommandNode(TestNode.below(province.node, temp, "621000"), impatient).start();
  }

  @AfterEach
  void stop() {
    city.close();
    province.close();
  }

  private void send(int number) {
    province.send(city.code(), "key" + number % KEYS, DOWN, "c" + number);
  }

  private void assertAllOnceAndInOrder(int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(province.heard).hasSize(count));
    assertThat(province.waiting()).isZero();
    assertThat(city.executed()).hasSize(count).doesNotHaveDuplicates();
    for (int key = 0; key < KEYS; key++) {
      int first = key;
      assertThat(
              city.executed(
                  "SELECT payload FROM executed WHERE ordering_key = 'key%d' ORDER BY id"
                      .formatted(key)))
          .containsExactlyElementsOf(
              IntStream.iterate(first, i -> i < count, i -> i + KEYS)
                  .mapToObj(i -> "c" + i)
                  .toList());
    }
  }

  @Test
  void bothEndsMayDieAgainAndAgainUnderLoad() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int count = 600;
    AtomicInteger sent = new AtomicInteger();
    for (int round = 0; round < 6; round++) {
      CommandNode victim = random.nextBoolean() ? province : city;
      Thread load =
          new Thread(
              () -> IntStream.range(0, count / 6).forEach(i -> send(sent.getAndIncrement())));
      load.start();
      int before = province.heard.size();
      await().until(() -> province.heard.size() > before);
      victim.stop();
      load.join();
      victim.start();
    }
    assertThat(sent).as("seed %d", seed).hasValue(count);
    assertAllOnceAndInOrder(count);
  }

  @Test
  void theDatabaseMayDieUnderLoad() throws Exception {
    int count = 400;
    AtomicBoolean killed = new AtomicBoolean();
    Thread load =
        new Thread(
            () -> {
              for (int i = 0; i < count; i++) {
                sendUntilItIsWritten(i, killed);
              }
            });
    load.start();
    await().until(() -> province.heard.size() > count / 4);

    province.node.schema().server().kill();
    killed.set(true);
    province.node.schema().server().restart();

    load.join();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(province.waiting()).isZero());
    assertThat(city.executed()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(count);
    for (int key = 0; key < KEYS; key++) {
      assertThat(
              city
                  .executed(
                      "SELECT payload FROM executed WHERE ordering_key = 'key%d' ORDER BY id"
                          .formatted(key))
                  .stream()
                  .map(
                      payload ->
                          Integer.parseInt(payload.replaceAll("[^0-9]", " ").strip().split(" ")[0]))
                  .toList())
          .isSorted();
    }
  }

  /** A commit whose answer was lost may have happened: the repeat is another command. */
  private void sendUntilItIsWritten(int number, AtomicBoolean killed) {
    for (int attempt = 0; ; attempt++) {
      try {
        province.send(city.code(), "key" + number % KEYS, DOWN, "c" + number + "/" + attempt);
        return;
      } catch (RuntimeException e) {
        assertThat(killed.get() || !province.node.schema().server().isRunning())
            .as("failed although the database runs: %s", e)
            .isTrue();
      }
    }
  }

  @Test
  void aSenderThatDiesBeforeItTookTheOutcomeTakesItAfterItsRestart() {
    province.listenerFailures.set(Integer.MAX_VALUE);
    send(0);
    await().untilAsserted(() -> assertThat(city.executed()).hasSize(1));
    await().untilAsserted(() -> assertThat(province.link.stuck(1)).hasSize(1));

    province.stop();
    province.listenerFailures.set(0);
    province.start();

    assertAllOnceAndInOrder(1);
  }

  @Test
  void aCommandThatTakesLongerThanItsAnswerMayIsCarriedOutOnce() {
    CountDownLatch latch = new CountDownLatch(1);
    city.slow.put("c0", latch);
    send(0);
    send(1);
    await()
        .untilAsserted(
            () ->
                assertThat(province.link.stuck(1))
                    .singleElement()
                    .satisfies(stuck -> assertThat(stuck.lastError()).contains("no answer")));
    latch.countDown();

    assertAllOnceAndInOrder(2);
  }

  @Test
  void largePayloadsPass() {
    List<String> payloads =
        IntStream.range(0, 30)
            .mapToObj(i -> "c" + i + " ".repeat(Wire.LARGEST_PAYLOAD - 3))
            .toList();
    payloads.forEach(payload -> province.send(city.code(), "t", DOWN, payload));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(province.heard).hasSize(30));
    assertThat(province.heard).extracting(CommandNode.Heard::payload).isEqualTo(payloads);
  }
}
