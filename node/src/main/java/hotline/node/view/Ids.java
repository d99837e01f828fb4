package hotline.node.view;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.TicketId;
import java.util.function.Function;

/** Reads ids as addresses carry them: {@code ~} stands for {@code /}. */
public final class Ids {

  private Ids() {}

  public static TicketId ticket(String text) {
    return parse(text, TicketId::parse);
  }

  public static AssignmentId assignment(String text) {
    return parse(text.replace('~', '/'), AssignmentId::parse);
  }

  private static <T> T parse(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, message == null ? "编号格式不符：“" + text + "”" : message);
    }
  }
}
