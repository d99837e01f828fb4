package hotline.node;

import hotline.node.classification.NodeKind;
import hotline.node.policy.NameRule;
import hotline.node.policy.PolicyFile;
import io.micronaut.context.annotation.Context;
import java.util.Arrays;
import java.util.Locale;

/**
 * Of what kind this node is (TOP-13), and its names (TOP-17). They are checked against the policy
 * that the node begins with, before anything else starts.
 */
@Context
public final class OwnIdentity {

  private final String name;
  private final String shortName;
  private final NodeKind kind;

  /**
   * @throws IllegalArgumentException when a setting is not as the policy wants it
   */
  OwnIdentity(NodeSettings settings) {
    kind =
        settings
            .getKind()
            .filter(text -> !text.isBlank())
            .map(OwnIdentity::parse)
            .orElseGet(() -> usual(settings.getTier()));
    name = settings.getName();
    shortName =
        settings
            .getShortName()
            .filter(text -> !text.isBlank())
            .orElseGet(() -> shortened(kind, name));
    NameRule rule = PolicyFile.bundled(settings.getPolicy()).organisation().names().get(kind);
    if (rule != null) {
      rule.problem(name, shortName)
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(
                    "节点 "
                        + settings.getCode()
                        + "（"
                        + kind.label()
                        + "）的名称（HOTLINE_NODE_NAME、HOTLINE_NODE_SHORT_NAME）不合规则："
                        + problem);
              });
    }
  }

  public NodeKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public String shortName() {
    return shortName;
  }

  /** The kind that a node of a tier is, unless said otherwise. */
  public static NodeKind usual(Tier tier) {
    return tier == Tier.SUB_CENTER ? NodeKind.SUB_CENTER : NodeKind.CENTER;
  }

  /** 庆阳市12345政务服务便民热线 is 庆阳市12345热线 for short, 庆阳市12345热线人社分中心 is 人社分中心 (TOP-17). */
  public static String shortened(NodeKind kind, String name) {
    return kind == NodeKind.SUB_CENTER
        ? name.substring(name.lastIndexOf("热线") < 0 ? 0 : name.lastIndexOf("热线") + 2)
        : name.replace("政务服务便民热线", "热线");
  }

  private static NodeKind parse(String text) {
    String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(NodeKind.values())
        .filter(kind -> kind.known() && kind.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "节点种类（HOTLINE_NODE_KIND）应为 center、sub-center、receiver 之一，收到“" + text + "”"));
  }
}
