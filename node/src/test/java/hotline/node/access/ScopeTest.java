package hotline.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.Samples;
import hotline.node.classification.Category;
import hotline.node.classification.Role;
import hotline.node.error.RefusedException;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketId;
import hotline.sync.NodeCode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  /** A complaint in 621002. */
  private static final Appeal APPEAL =
      Samples.accepted(new TicketId(NodeCode.of("621000"), LocalDate.of(2026, 3, 2), 1)).appeal();

  @Test
  void whoIsNotLimitedSeesEverything() {
    assertThat(Scope.ALL.covers(APPEAL)).isTrue();
  }

  @Test
  void aCityStandsForItsDistrictsAndADistrictForItself() {
    assertThat(regions("621000").covers(APPEAL)).isTrue();
    assertThat(regions("620000").covers(APPEAL)).isTrue();
    assertThat(regions("621002").covers(APPEAL)).isTrue();
    assertThat(regions("621021", "621022").covers(APPEAL)).isFalse();
  }

  @Test
  void regionAndCategoryMustBothFit() {
    assertThat(new Scope(List.of("621002"), Set.of(Category.COMPLAINT)).covers(APPEAL)).isTrue();
    assertThat(new Scope(List.of("621002"), Set.of(Category.PRAISE)).covers(APPEAL)).isFalse();
  }

  /** A unit never reviews, follows up or scores its own work, whatever roles its people have. */
  @Test
  void aUserOfAUnitDecidesNothingAboutTickets() {
    SignedInUser user =
        new SignedInUser(
            "u",
            "某人",
            EnumSet.of(Role.UNIT_HANDLER, Role.FOLLOW_UP, Role.REVIEWER, Role.ADMIN),
            Optional.of("CGJ"));
    for (TicketAction action : TicketAction.values()) {
      assertThat(Permissions.may(user, action)).as(action.name()).isFalse();
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> Permissions.actorFor(user, action))
          .withMessageContaining("承办单位");
    }
  }

  private static Scope regions(String... codes) {
    return new Scope(List.of(codes), Set.of());
  }
}
