package hotline.node.network;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.ticket.Instruction;
import hotline.node.ticket.Report;
import hotline.node.wire.AttachmentCommandWire;
import hotline.node.wire.RepeatCommandWire;
import hotline.node.wire.SupervisionCommandWire;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandNamesTest {

  @Test
  void everyCommandThatTravelsHasAName() {
    Stream<String> types =
        Stream.concat(
            Stream.of(
                SupervisionCommandWire.STANDS,
                SupervisionCommandWire.EXPLAINED,
                RepeatCommandWire.TOLD,
                AttachmentCommandWire.TOLD),
            Stream.concat(
                names("instruction.", Instruction.class), names("report.", Report.class)));

    assertThat(types)
        .allSatisfy(type -> assertThat(CommandNames.of(type)).isNotEqualTo(type).isNotBlank());
    assertThat(CommandNames.of("report.OfTomorrow")).isEqualTo("report.OfTomorrow");
  }

  private static Stream<String> names(String prefix, Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(type -> prefix + type.getSimpleName());
  }
}
