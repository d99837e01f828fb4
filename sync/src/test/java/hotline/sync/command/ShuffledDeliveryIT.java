package hotline.sync.command;

import static hotline.sync.command.CommandNode.DOWN;
import static hotline.sync.command.CommandNode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import hotline.sync.testing.TestNode;
import hotline.v1.CommandEnvelope;
import hotline.v1.CommandServiceGrpc;
import hotline.v1.DeliverRequest;
import hotline.v1.DeliverResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender that keeps to no rule: what the receiver does about it. */
class ShuffledDeliveryIT {

  @TempDir Path temp;
  private TestNode province;
  private CommandNode city;
  private final CommandIds ids = new CommandIds(Clock.systemUTC());

  @BeforeEach
  void start() throws Exception {
    province = TestNode.root(temp, "620000").start();
    city = new CommandNode(TestNode.below(province, temp, "621000")).start();
  }

  @AfterEach
  void stop() {
    city.close();
    province.close();
  }

  private CommandEnvelope envelope(String key, String type, long sequence, long previous) {
    return CommandEnvelope.newBuilder()
        .setCommandId(ByteString.copyFrom(CommandIds.bytes(ids.next())))
        .setSender("620000")
        .setTarget("621000")
        .setOrderingKey(key)
        .setType(type)
        .setSequence(sequence)
        .setPreviousSequence(previous)
        .setPayload(ByteString.copyFromUtf8(key + " " + sequence))
        .build();
  }

  /** Sends all at once and returns the outcomes, in the order in which they came. */
  private List<hotline.v1.CommandOutcome> deliver(List<CommandEnvelope> envelopes) {
    List<hotline.v1.CommandOutcome> outcomes = new CopyOnWriteArrayList<>();
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    StreamObserver<DeliverRequest> requests =
        CommandServiceGrpc.newStub(province.link().channels().to(city.code()))
            .withDeadlineAfter(30, TimeUnit.SECONDS)
            .deliver(
                new StreamObserver<>() {
                  @Override
                  public void onNext(DeliverResponse response) {
                    outcomes.add(response.getOutcome());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    end.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {
                    end.complete(true);
                  }
                });
    envelopes.forEach(
        envelope -> requests.onNext(DeliverRequest.newBuilder().setCommand(envelope).build()));
    requests.onCompleted();
    end.join();
    return outcomes;
  }

  @Test
  void everyCommandThreeTimesAndShuffledIsCarriedOutOnceAndInOrder() {
    long seed = System.nanoTime();
    List<CommandEnvelope> all = new ArrayList<>();
    Map<String, Long> lastOfKey = new HashMap<>();
    for (long sequence = 1; sequence <= 60; sequence++) {
      String key = "key" + sequence % 4;
      Long previous = lastOfKey.put(key, sequence);
      CommandEnvelope envelope = envelope(key, DOWN, sequence, previous == null ? 0 : previous);
      all.addAll(Collections.nCopies(3, envelope));
    }
    Collections.shuffle(all, new Random(seed));

    await()
        .untilAsserted(
            () ->
                assertThat(deliver(all))
                    .as("seed %d", seed)
                    .hasSize(all.size())
                    .allMatch(hotline.v1.CommandOutcome::hasDone));

    assertThat(city.executed()).hasSize(60).doesNotHaveDuplicates();
    for (int key = 0; key < 4; key++) {
      List<Long> sequences =
          city
              .executed(
                  "SELECT payload FROM executed WHERE ordering_key = 'key" + key + "' ORDER BY id")
              .stream()
              .map(payload -> Long.parseLong(payload.split(" ")[1]))
              .toList();
      assertThat(sequences).as("seed %d", seed).isSorted().hasSize(15);
    }
  }

  @Test
  void aCommandBeforeItsPredecessorIsDeferred() {
    assertThat(deliver(List.of(envelope("t1", DOWN, 2, 1))))
        .singleElement()
        .satisfies(
            outcome -> assertThat(outcome.getDeferred().getReason()).contains("1 must come first"));
  }

  @Test
  void aLateCopyOfACancelledCommandIsNotCarriedOut() {
    CommandEnvelope cancelled = envelope("t1", DOWN, 1, 0);
    deliver(List.of(envelope("t1", DOWN, 2, 0)));

    assertThat(deliver(List.of(cancelled)))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.getDeferred().getReason()).contains("overtaken"));
    assertThat(city.executed()).containsExactly("t1 2");
  }

  @Test
  void keysThatDifferInCaseOnlyAreDifferentKeys() {
    deliver(List.of(envelope("t1a", DOWN, 2, 0)));

    assertThat(deliver(List.of(envelope("t1A", DOWN, 1, 0))))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.hasDone()).isTrue());
  }

  @Test
  void whatOnlyAChildMaySendIsRefusedFromAParent() {
    assertThat(deliver(List.of(envelope("t1", UP, 1, 0), envelope("t2", "Nonsense", 2, 0))))
        .extracting(outcome -> outcome.getRefused().getErrorName())
        .containsExactlyInAnyOrder("NOT_A_NEIGHBOUR", "UNKNOWN_TYPE");
    assertThat(city.executed()).isEmpty();
  }

  @Test
  void aRefusalKeepsItsPlaceInTheOrder() {
    List<hotline.v1.CommandOutcome> first = deliver(List.of(envelope("t1", UP, 1, 0)));
    List<hotline.v1.CommandOutcome> second = deliver(List.of(envelope("t1", DOWN, 2, 1)));

    assertThat(first.get(0).hasRefused()).isTrue();
    assertThat(second.get(0).hasDone()).isTrue();
  }

  @Test
  void aCommandInAnotherNodesNameIsRefused() {
    CommandEnvelope posing = envelope("t1", DOWN, 1, 0).toBuilder().setSender("621002").build();

    assertThatThrownBy(() -> deliver(List.of(posing)))
        .satisfies(
            failure ->
                assertThat(Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.INVALID_ARGUMENT));
    assertThat(city.executed()).isEmpty();
  }
}
