package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalGateTest {

  private final TestKeys keys = new TestKeys();
  private final TestTree province = TestTree.root("620000");
  private final TestTree city = province.child("621000");
  private final TestTree otherCity = province.child("622000");
  private final IntakeCounters counters = new IntakeCounters();
  private long applied;

  @Test
  void aChildPassesOnItsOwnSubtree() {
    city.child("621002");
    assertThat(gateFor(city).admit(new Batches(keys).nextBytes("good"))).isNotNull();
  }

  @Test
  void aChildMayNotPassOnWhatBelongsToAnother() {
    city.child("621002");
    assertThat(gateFor(otherCity).admit(new Batches(keys).nextBytes("stolen"))).isNull();
    assertThat(counters.foreign).hasValue(1);
  }

  @Test
  void anOriginThatNobodyKnowsIsRefused() {
    assertThat(gateFor(city).admit(new Batches(keys).nextBytes("stranger"))).isNull();
    assertThat(counters.foreign).hasValue(1);
  }

  @Test
  void aForgedBatchIsCountedAsDamaged() {
    city.child("621002");
    assertThat(gateFor(city).admit(new Batches(new TestKeys()).nextBytes("forged"))).isNull();
    assertThat(counters.damaged).hasValue(1);
  }

  @Test
  void whatIsAppliedAlreadyIsNotCheckedAgain() {
    city.child("621002");
    applied = 2;
    assertThat(gateFor(city).admit(new Batches(keys).nextBytes("1", "2"))).isNull();
    assertThat(counters.repeated).hasValue(2);
  }

  private ArrivalGate gateFor(TestTree child) {
    return new ArrivalGate(
        child.self(), new StreamRights(province), keys, stream -> applied, counters);
  }
}
