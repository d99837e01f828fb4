package hotline.node.supervision;

import hotline.node.classification.SupervisionTrigger;
import hotline.sync.NodeCode;
import java.util.regex.Pattern;

/**
 * The id of a supervision: issuing node, trigger and cause. What a timer finds again gets the same
 * id again, so that each cause opens at most one.
 */
public record SupervisionId(String value) {

  private static final int MAX_LENGTH = 190;
  private static final Pattern FORM =
      Pattern.compile("[0-9]{6}([A-Z][0-9]{2})?/[A-Z_]+/[A-Za-z0-9./_-]+");

  public SupervisionId {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "督办编号应形如 621000/OVERDUE/621000-20261121-000042/1，收到“" + value + "”");
    }
  }

  /**
   * @param cause what is the same whenever the same thing is found, e.g. an assignment and its
   *     round
   */
  public static SupervisionId of(NodeCode node, SupervisionTrigger trigger, String cause) {
    return new SupervisionId(node + "/" + trigger.name() + "/" + cause);
  }

  public static SupervisionId parse(String text) {
    return new SupervisionId(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
