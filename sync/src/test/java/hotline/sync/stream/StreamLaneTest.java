package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamLaneTest {

  private final Batches batches = new Batches(new TestKeys());
  private final StreamLane lane = new StreamLane(Batches.STREAM);
  private StreamPoint at = StreamPoint.start();

  @Test
  void batchesInOrderConnect() throws Exception {
    lane.park(batches.next("1", "2"));
    lane.park(batches.next("3"));
    assertThat(apply()).isEqualTo(3);
    assertThat(lane.hasGap()).isFalse();
  }

  @Test
  void aBatchThatComesTooEarlyWaitsForThoseBeforeIt() throws Exception {
    Batch first = batches.next("1", "2");
    Batch second = batches.next("3");
    lane.park(second);
    assertThat(apply()).isZero();
    assertThat(lane.hasGap()).isTrue();
    assertThat(lane.missingUpTo()).isEqualTo(2);
    lane.park(first);
    assertThat(apply()).isEqualTo(3);
    assertThat(lane.missingUpTo()).isZero();
  }

  @Test
  void whatIsAppliedAlreadyIsDropped() throws Exception {
    Batch first = batches.next("1", "2");
    lane.park(first);
    apply();
    lane.park(first);
    assertThat(lane.connecting(at, 100)).isEmpty();
    assertThat(lane.canGoOn()).isFalse();
  }

  @Test
  void anOverlapIsTrimmed() throws Exception {
    Batches again = new Batches(new TestKeys());
    lane.park(batches.next("1", "2"));
    apply();
    Batch merged = again.next("1", "2", "3", "4");
    lane.park(merged);
    List<ReceivedPiece> pieces = lane.connecting(at, 100);
    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0).from()).isEqualTo(3);
    assertThat(pieces.get(0).to()).isEqualTo(4);
  }

  @Test
  void aLimitCutsABatchAndTheRestFollows() throws Exception {
    lane.park(batches.next("1", "2", "3"));
    List<ReceivedPiece> pieces = lane.connecting(at, 1);
    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0).to()).isEqualTo(1);
    at = new StreamPoint(1, pieces.get(0).hash(), 0);
    lane.applied(1);
    assertThat(lane.canGoOn()).isTrue();
    assertThat(apply()).isEqualTo(3);
  }

  @Test
  void anotherHistoryOfTheOriginIsNotApplied() throws Exception {
    lane.park(batches.next("1"));
    apply();
    Batches other = new Batches(new TestKeys());
    other.next("another 1");
    lane.park(other.next("another 2"));
    assertThat(apply()).isEqualTo(1);
    assertThat(lane.trouble()).contains("behind position 1");
    lane.park(batches.next("2"));
    assertThat(apply()).isEqualTo(2);
    assertThat(lane.trouble()).isEmpty();
  }

  @Test
  @Requirement("XTR-09")
  void aStatementBehindItsRecordsProvesALoss() throws Exception {
    lane.park(batches.next("1"));
    apply();
    batches.next("lost");
    lane.noteInOrder(batches.statement());
    assertThat(lane.hasGap()).isTrue();
    assertThat(lane.missingUpTo()).isEqualTo(2);
  }

  @Test
  void aStatementThatOvertakesItsRecordsProvesNothing() throws Exception {
    lane.park(batches.next("1"));
    apply();
    batches.next("on its way");
    lane.note(batches.statement());
    assertThat(lane.hasGap()).isFalse();
    assertThat(lane.missingUpTo()).isEqualTo(2);
  }

  private long apply() throws MalformedBatchException {
    List<ReceivedPiece> pieces = lane.connecting(at, Long.MAX_VALUE - at.position());
    if (!pieces.isEmpty()) {
      ReceivedPiece last = pieces.get(pieces.size() - 1);
      at = new StreamPoint(last.to(), last.hash(), 0);
    }
    lane.applied(at.position());
    return at.position();
  }
}
