package hotline.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.requirements.Requirement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {

  private static final UnitRef POLICE = new UnitRef(UnitCode.of("GAJ"), "市公安局");

  @ParameterizedTest
  @EnumSource(TicketAction.class)
  void anAdministratorMayDoEverythingAndActsAsOne(TicketAction action) {
    assertThat(Permissions.actorFor(user(Role.ADMIN), action).role()).isEqualTo(Role.ADMIN);
  }

  @ParameterizedTest
  @EnumSource(TicketAction.class)
  void aUnitsHandlerMayDoNothingToTickets(TicketAction action) {
    assertThat(Permissions.may(user(Role.UNIT_HANDLER), action)).isFalse();
  }

  @Test
  void aRefusalSaysWhoseTaskItIs() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Permissions.actorFor(user(Role.CALL_TAKER), TicketAction.REVIEW))
        .withMessageContaining("审核员")
        .matches(refused -> refused.code() == ErrorCode.FORBIDDEN);
  }

  @Test
  @Requirement("SEC-02")
  void aHandlerWorksForHisOwnUnitOnly() {
    assertThat(Permissions.worksFor(handlerOf("GAJ"), POLICE)).isTrue();
    assertThat(Permissions.worksFor(handlerOf("JYJ"), POLICE)).isFalse();
    assertThat(Permissions.worksFor(user(Role.UNIT_HANDLER), POLICE)).isFalse();
  }

  private static SignedInUser user(Role role) {
    return new SignedInUser("somebody", "某人", EnumSet.of(role), Optional.empty());
  }

  private static SignedInUser handlerOf(String unit) {
    return new SignedInUser("unit-" + unit, "经办人", Set.of(Role.UNIT_HANDLER), Optional.of(unit));
  }
}
