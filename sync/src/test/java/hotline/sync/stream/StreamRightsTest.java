package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.sync.NodeCode;
import org.junit.jupiter.api.Test;

class StreamRightsTest {

  private final TestTree province = TestTree.root("620000");
  private final TestTree city = province.child("621000");
  private final TestTree otherCity = province.child("622000");
  private final TestTree district = city.child("621002");
  private final TestTree otherDistrict = city.child("621003");
  private final StreamRights atCity = new StreamRights(city);

  @Test
  void aChildBringsTheUplinksOfItsSubtreeAndNothingElse() {
    assertThat(atCity.mayBring(district.self(), uplink(district))).isTrue();
    assertThat(atCity.mayBring(district.self(), uplink(otherDistrict))).isFalse();
    assertThat(atCity.mayBring(district.self(), uplink(province))).isFalse();
    assertThat(atCity.mayBring(district.self(), broadcast(district))).isFalse();
    assertThat(atCity.mayBring(district.self(), broadcast(province))).isFalse();
  }

  @Test
  void theParentBringsTheBroadcastsOfTheNodesAboveAndNothingElse() {
    assertThat(atCity.mayBring(province.self(), broadcast(province))).isTrue();
    assertThat(atCity.mayBring(province.self(), broadcast(otherCity))).isFalse();
    assertThat(atCity.mayBring(province.self(), broadcast(city))).isFalse();
    assertThat(atCity.mayBring(province.self(), broadcast(district))).isFalse();
    assertThat(atCity.mayBring(province.self(), uplink(province))).isFalse();
    StreamRights atDistrict = new StreamRights(district);
    assertThat(atDistrict.mayBring(city.self(), broadcast(province))).isTrue();
    assertThat(atDistrict.mayBring(city.self(), broadcast(otherDistrict))).isFalse();
  }

  @Test
  void anOriginNobodyKnowsMightBeBelowAChildButNotAboveTheParent() {
    StreamId uplink = StreamId.uplinkOf(NodeCode.of("621009"));
    assertThat(atCity.mightBring(district.self(), uplink)).isTrue();
    assertThat(atCity.mayBring(district.self(), uplink)).isFalse();
    assertThat(atCity.mightBring(province.self(), uplink)).isFalse();
    StreamId broadcast = new StreamId(NodeCode.of("621009"), StreamId.BROADCAST);
    assertThat(atCity.mightBring(province.self(), broadcast)).isFalse();
    assertThat(atCity.mightBring(district.self(), broadcast)).isFalse();
  }

  @Test
  void aStreamOfAnUnknownNameIsBroughtByNobody() {
    StreamId other = new StreamId(district.self(), "other");
    assertThat(atCity.mightBring(district.self(), other)).isFalse();
    assertThat(atCity.mightBring(province.self(), other)).isFalse();
    assertThat(atCity.mayHave(province.self(), other)).isFalse();
    assertThat(atCity.mayHave(district.self(), other)).isFalse();
  }

  @Test
  void aNeighbourHasWhatItWouldTakeFromUs() {
    assertThat(atCity.mayHave(province.self(), uplink(city))).isTrue();
    assertThat(atCity.mayHave(province.self(), uplink(district))).isTrue();
    assertThat(atCity.mayHave(province.self(), broadcast(city))).isFalse();
    assertThat(atCity.mayHave(district.self(), broadcast(city))).isTrue();
    assertThat(atCity.mayHave(district.self(), broadcast(province))).isTrue();
    assertThat(atCity.mayHave(district.self(), broadcast(otherCity))).isFalse();
    assertThat(atCity.mayHave(district.self(), uplink(city))).isFalse();
    assertThat(atCity.mayHave(otherCity.self(), broadcast(city))).isFalse();
    assertThat(atCity.mayHave(otherCity.self(), uplink(city))).isFalse();
  }

  @Test
  void theWayToAnOriginLeadsThroughWhoBringsIt() {
    assertThat(atCity.towards(uplink(district))).contains(district.self());
    assertThat(atCity.towards(broadcast(province))).contains(province.self());
    assertThat(atCity.towards(uplink(province))).isEmpty();
    assertThat(atCity.towards(broadcast(district))).isEmpty();
    assertThat(atCity.towards(broadcast(city))).isEmpty();
  }

  private static StreamId uplink(TestTree node) {
    return StreamId.uplinkOf(node.self());
  }

  private static StreamId broadcast(TestTree node) {
    return new StreamId(node.self(), StreamId.BROADCAST);
  }
}
