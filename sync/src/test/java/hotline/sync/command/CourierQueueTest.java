package hotline.sync.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class CourierQueueTest {

  private final CommandIds ids = new CommandIds(Clock.systemUTC());
  private final CourierQueue queue = new CourierQueue();
  private long sequence;

  private Outgoing add(String key) {
    sequence++;
    Outgoing command =
        new Outgoing(sequence, ids.next(), key, "Type", 0, sequence, 0, 0, new byte[] {1}, 0);
    queue.add(command);
    return command;
  }

  @Test
  void onlyTheHeadOfALineIsOnItsWay() {
    Outgoing a1 = add("a");
    Outgoing a2 = add("a");
    Outgoing b1 = add("b");

    assertThat(queue.take()).isSameAs(a1);
    assertThat(queue.take()).isSameAs(b1);
    assertThat(queue.take()).isNull();

    queue.remove(a1);

    assertThat(queue.take()).isSameAs(a2);
  }

  @Test
  void whatWasGivenBackIsTakenOldestFirst() {
    Outgoing a = add("a");
    Outgoing b = add("b");
    queue.take();
    queue.take();
    queue.giveBack(b);
    queue.giveBack(a);

    assertThat(queue.take()).isSameAs(a);
    assertThat(queue.take()).isSameAs(b);
  }

  @Test
  void aBlockedLineCountsAsBlockedAndHoldsNoPayloads() {
    Outgoing a1 = add("a");
    Outgoing a2 = add("a");
    add("b");
    queue.take();

    queue.block(a1);
    Outgoing a3 = add("a");

    assertThat(queue.unblocked()).isEqualTo(1);
    assertThat(queue.size()).isEqualTo(4);
    assertThat(a2.payload).isNull();
    assertThat(a3.payload).isNull();

    queue.release(a1);

    assertThat(queue.unblocked()).isEqualTo(4);
    assertThat(queue.take()).isSameAs(a1);
  }

  @Test
  void aHeldCommandIsNotTakenAgain() {
    Outgoing a = add("a");
    queue.take();
    queue.block(a);

    queue.hold(a);

    assertThat(queue.take()).isNull();
    assertThat(queue.unblocked()).isEqualTo(1);
    queue.release(a);
    assertThat(queue.take()).isNull();
  }

  @Test
  void removingFromTheMiddleLeavesTheHeadAlone() {
    Outgoing a1 = add("a");
    Outgoing a2 = add("a");
    Outgoing a3 = add("a");
    queue.remove(a2);

    assertThat(queue.take()).isSameAs(a1);
    queue.remove(a1);
    assertThat(queue.take()).isSameAs(a3);
    queue.remove(a3);
    assertThat(queue.size()).isZero();
    assertThat(queue.lastSequence("a")).isZero();
  }

  @Test
  void removingABlockedHeadFreesItsLine() {
    Outgoing a1 = add("a");
    Outgoing a2 = add("a");
    queue.take();
    queue.block(a1);

    queue.remove(a1);

    assertThat(queue.unblocked()).isEqualTo(1);
    assertThat(queue.take()).isSameAs(a2);
  }

  @Test
  void theLastSequenceIsThatOfTheKeysLastWaitingCommand() {
    add("a");
    add("b");
    Outgoing a2 = add("a");

    assertThat(queue.lastSequence("a")).isEqualTo(a2.sequence);
    assertThat(queue.lastSequence("c")).isZero();
  }
}
