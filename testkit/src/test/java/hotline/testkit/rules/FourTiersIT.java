package hotline.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import hotline.testkit.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** City, district, town and village as four nodes below a region: one network of any depth. */
@ExtendWith(ManyRules.class)
final class FourTiersIT {
  private final World world;
  private final Desk city;
  private final Desk district;
  private final Desk town;
  private final Desk village;

  FourTiersIT(World world) {
    this.world = world;
    this.city = world.city(World.BAOTOU).desk();
    this.district = world.city(World.KUNDULUN).desk();
    this.town = world.city(World.TOWN).desk();
    this.village = world.city(World.VILLAGE).desk();
  }

  @Test
  @Requirement({"TOP-11", "TOP-12", "DSP-10", "DSP-14", "XTR-12", "CLS-09"})
  void workGoesDownLevelByLevelToTheVillageAndComesBackTheSameWay() throws Exception {
    Filed ticket = world.city(World.BAOTOU).accepts("HELP");
    String atDistrict = city.toNode(ticket.id(), World.KUNDULUN);
    district.awaitAssignment(atDistrict, "AWAITING_SIGN_FOR");
    district.signFor(atDistrict);
    String atTown = district.onToNode(atDistrict, World.TOWN);
    town.awaitAssignment(atTown, "AWAITING_SIGN_FOR");
    town.signFor(atTown);
    String atVillage = town.onToNode(atTown, World.VILLAGE);
    village.awaitAssignment(atVillage, "AWAITING_SIGN_FOR");
    village.signFor(atVillage);

    village.reply(atVillage, "已上门检修暖气片。");
    answered(town, atTown, atVillage, "村里已检修。");
    answered(district, atDistrict, atTown, "镇里已督促检修。");
    city.awaitOrder(ticket.id(), atDistrict, "ANSWERED");
    city.review(ticket.id(), atDistrict, true);
    city.followUp(ticket.id(), "SATISFIED");
    ticket.isIn("CLOSED");

    world.network().awaitComplete();
    for (String above : List.of(World.INNER_MONGOLIA, World.BAOTOU)) {
      assertThat(world.city(above).desk().timeline(ticket.id()))
          .as("%s sees what every level did", above)
          .extracting(entry -> entry.path("node").path("code").asText())
          .contains(World.BAOTOU, World.KUNDULUN, World.TOWN, World.VILLAGE);
    }
  }

  /** The city and its district take appeals in themselves, town and village only take on. */
  @Test
  @Requirement({"TOP-13", "DSP-14"})
  void aPlatformThatOnlyReceivesTakesNoAppealsInWhileTheCentersDo() throws Exception {
    world.city(World.KUNDULUN).accepts("HELP").isIn("ACCEPTED");
    for (String receiver : List.of(World.TOWN, World.VILLAGE)) {
      Refusals.refused("FORBIDDEN", "承接平台", () -> world.city(receiver).accepts("HELP"));
      assertThat(
              world
                  .city(receiver)
                  .desk()
                  .client()
                  .get("admin", "/api/reference")
                  .path("node")
                  .path("kind")
                  .asText())
          .isEqualTo("RECEIVER");
    }
  }

  @Test
  @Requirement("DSP-10")
  void nobodyDispatchesPastTheLevelBelow() throws Exception {
    Filed ticket = world.city(World.BAOTOU).accepts("HELP");
    Refusals.refused("UNKNOWN_ASSIGNEE", "", () -> city.toNode(ticket.id(), World.VILLAGE));
  }

  private static void answered(Desk at, String received, String below, String reply)
      throws Exception {
    at.awaitAssignment(
        received, seen -> Desk.order(seen, below).path("state").asText().equals("ANSWERED"));
    at.reviewBelow(received, below, true);
    at.reply(received, reply);
  }
}
