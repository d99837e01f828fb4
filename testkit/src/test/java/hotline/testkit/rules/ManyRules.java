package hotline.testkit.rules;

import hotline.local.demo.client.ApiRefusal;
import hotline.node.Tier;
import hotline.testkit.Network;
import hotline.testkit.NodeClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one network in which every city keeps its own rules, for all classes of a run. */
final class ManyRules implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == World.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(ManyRules.class))
        .getOrComputeIfAbsent(World.class, key -> start(), World.class);
  }

  private static World start() {
    AdjustableClock clock = new AdjustableClock();
    Network network =
        Network.builder()
            .clock(clock)
            .top(World.GANSU, "甘肃省12345政务服务便民热线", Tier.PROVINCE)
            .below(World.GANSU, World.QINGYANG, "庆阳市12345政务服务便民热线", Tier.CITY)
            .under("qingyang")
            .top(World.INNER_MONGOLIA, "内蒙古自治区12345政务服务便民热线", Tier.PROVINCE)
            .under("qingyang")
            .below(World.INNER_MONGOLIA, World.BAOTOU, "包头市12345政务服务便民热线", Tier.CITY)
            .under("baotou")
            .below(World.BAOTOU, World.KUNDULUN, "昆都仑区12345政务服务便民热线", Tier.DISTRICT)
            .under("baotou")
            .below(World.KUNDULUN, World.TOWN, "昆河镇为民服务工作站", Tier.DISTRICT)
            .receiving()
            .under("baotou")
            .below(World.TOWN, World.VILLAGE, "新光村为民服务工作点", Tier.DISTRICT)
            .receiving()
            .under("baotou")
            .top(World.NANJING, "南京市12345政务服务便民热线", Tier.CITY)
            .under("nanjing")
            .top(World.CHANGZHOU, "常州市12345政务服务便民热线", Tier.CITY)
            .under("qingyang")
            .start();
    putInForceAgain(network.node(World.CHANGZHOU).client());
    return new World(network, clock);
  }

  /** Changzhou's rules were repealed in 2020: its administrator gives them out anew. */
  private static void putInForceAgain(NodeClient changzhou) {
    String text =
        """
        name: changzhou-again
        source: 常政办发〔2016〕58号
        effective-from: 2016-05-01
        repealed-on: ~
        extends: changzhou
        """;
    try {
      changzhou.post(
          "admin", "/api/policies", Map.of("text", text, "newest", 1, "reason", "四市规则并行"));
    } catch (ApiRefusal | IOException e) {
      throw new IllegalStateException("Changzhou's rules are refused", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
