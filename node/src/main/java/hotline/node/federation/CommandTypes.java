package hotline.node.federation;

import hotline.node.ticket.Instruction;
import hotline.node.ticket.Report;
import hotline.node.wire.AttachmentCommandWire;
import hotline.node.wire.RepeatCommandWire;
import hotline.node.wire.SupervisionCommandWire;
import hotline.sync.command.PeerRules;
import java.util.HashMap;
import java.util.Map;

/**
 * The commands that travel between neighbours. Both ways: a parent holds orders of its children's,
 * and a child that escalates holds one of its parent's. Whether this very neighbour may say this
 * about this very order is checked by {@link InboundCommands}.
 */
final class CommandTypes {

  private static final String INSTRUCTION = "instruction.";
  private static final String REPORT = "report.";

  private CommandTypes() {}

  static PeerRules rules() {
    Map<String, PeerRules.Direction> directions = new HashMap<>();
    for (Class<?> type : Instruction.class.getPermittedSubclasses()) {
      directions.put(INSTRUCTION + type.getSimpleName(), PeerRules.Direction.BOTH);
    }
    for (Class<?> type : Report.class.getPermittedSubclasses()) {
      directions.put(REPORT + type.getSimpleName(), PeerRules.Direction.BOTH);
    }
    directions.put(SupervisionCommandWire.STANDS, PeerRules.Direction.DOWN);
    directions.put(SupervisionCommandWire.EXPLAINED, PeerRules.Direction.UP);
    directions.put(RepeatCommandWire.TOLD, PeerRules.Direction.DOWN);
    directions.put(AttachmentCommandWire.TOLD, PeerRules.Direction.DOWN);
    return new PeerRules(directions);
  }
}
