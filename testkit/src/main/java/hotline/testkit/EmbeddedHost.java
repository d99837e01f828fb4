package hotline.testkit;

import hotline.node.HotlineNode;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A node inside this virtual machine: starts in a second or two, cannot be killed. */
final class EmbeddedHost implements NodeHost {

  private final Clock clock;
  private @Nullable ApplicationContext context;

  EmbeddedHost(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void start(NodeConfig config) {
    context = HotlineNode.embedded(config.spec().profile(), config.properties(), clock);
  }

  @Override
  public void stop() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  @Override
  public void kill() {
    throw new UnsupportedOperationException(
        "this node shares a process with the test: build the network with processes()");
  }

  @Override
  public boolean isRunning() {
    return context != null;
  }

  @Override
  public String log() {
    return "(in the test's own output)";
  }
}
