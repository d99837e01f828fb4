package hotline.node.ticket;

import hotline.sync.NodeCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a ticket, the same at every node: the node that accepted it, the day, and a running
 * number of that day ({@code 621000-20261121-000042}).
 *
 * @param sequence 1 or more; gaps mean nothing
 */
public record TicketId(NodeCode issuer, LocalDate date, int sequence)
    implements Comparable<TicketId> {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{6}(?:[A-Z][0-9]{2})?)-([0-9]{8})-([0-9]{6,9})");
  private static final String EXPECTED = "工单编号应形如 621000-20261121-000042";

  public TicketId {
    if (sequence < 1 || sequence > 999_999_999) {
      throw new IllegalArgumentException("工单流水号应为 1 至 999999999，收到 " + sequence);
    }
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException with a Chinese message naming what was given
   */
  public static TicketId parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(EXPECTED + "，收到“" + text + "”");
    }
    try {
      return new TicketId(
          NodeCode.of(matcher.group(1)),
          LocalDate.parse(matcher.group(2), DateTimeFormatter.BASIC_ISO_DATE),
          Integer.parseInt(matcher.group(3)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(EXPECTED + "，收到“" + text + "”，其中日期不存在", e);
    }
  }

  @Override
  public int compareTo(TicketId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    String number = Integer.toString(sequence);
    return issuer
        + "-"
        + date.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + "0".repeat(Math.max(0, 6 - number.length()))
        + number;
  }
}
