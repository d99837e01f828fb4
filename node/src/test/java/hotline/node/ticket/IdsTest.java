package hotline.node.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.NodeCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "621000-20261121-000042",
        "621000F01-20261121-000001",
        "620000-20240229-999999",
        "620000-20240229-1000000",
      })
  void aTicketNumberReadsBack(String text) {
    assertThat(TicketId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "621000",
        "62100-20261121-000042",
        "621000-20261321-000042",
        "621000-20260230-000042",
        "621000-20261121-42",
        "621000-20261121-000000",
        "621000-20261121-000042/1",
        "621000-20261121-000042\n",
        "621000f01-20261121-000042",
        "６２１０００-20261121-000042",
      })
  void whatIsNoTicketNumberIsRefused(String text) {
    assertThatThrownBy(() -> TicketId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("应");
  }

  @Test
  void theNumberSaysIssuerDayAndSequence() {
    assertThat(TicketId.parse("621002-20261121-000042"))
        .isEqualTo(new TicketId(NodeCode.of("621002"), LocalDate.of(2026, 11, 21), 42));
  }

  @Test
  void anAssignmentIsAPlaceInTheTreeUnderItsTicket() {
    AssignmentId id = AssignmentId.parse("621000-20261121-000042/1/12");

    assertThat(id).hasToString("621000-20261121-000042/1/12");
    assertThat(id.number()).isEqualTo(12);
    assertThat(id.holder()).contains(AssignmentId.of(id.ticket(), 1));
    assertThat(id.holder().orElseThrow().holder()).isEmpty();
    assertThat(AssignmentId.of(id.ticket(), 1).child(12)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "621000-20261121-000042",
        "621000-20261121-000042/",
        "621000-20261121-000042/0",
        "621000-20261121-000042/01",
        "621000-20261121-000042/1//2",
        "621000-20261121-000042/x",
        "621000-20261121-000042/-1",
        "621000-20261121-000042/9999999999",
      })
  void whatIsNoAssignmentNumberIsRefused(String text) {
    assertThatThrownBy(() -> AssignmentId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("派办");
  }

  @Test
  void theTreeIsNotBottomless() {
    TicketId ticket = TicketId.parse("621000-20261121-000042");

    assertThatThrownBy(
            () ->
                new AssignmentId(
                    ticket, List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
        .hasMessageContaining("派办层级应为 1 至 16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "住建局", "a b", "123456789012345678901234567890123"})
  void whatIsNoUnitCodeIsRefused(String text) {
    assertThatThrownBy(() -> UnitCode.of(text)).hasMessageContaining("单位代码");
  }

  @Test
  void personalDataNeverShowsInText() {
    PersonalData data = new PersonalData("张三", "13800000000", "南街");

    assertThat(Requester.of(false, "k", data).toString()).doesNotContain("张三", "13800000000", "南街");
  }
}
