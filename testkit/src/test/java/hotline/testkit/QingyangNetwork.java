package hotline.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the four nodes of the demo, inside this virtual machine: one network for all classes
 * of a run. A test leaves every node running and every link mended.
 */
final class QingyangNetwork implements ParameterResolver {

  private record Kept(Network network) implements AutoCloseable {
    @Override
    public void close() {
      network.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Network.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(QingyangNetwork.class))
        .getOrComputeIfAbsent(
            Kept.class, key -> new Kept(Network.builder().qingyang().start()), Kept.class)
        .network();
  }
}
