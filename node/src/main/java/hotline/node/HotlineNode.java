package hotline.node;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts a node: the same program at every tier, told apart by its profile. */
public final class HotlineNode {

  private HotlineNode() {}

  /**
   * Starts a node as this process's only task; it ends with the process.
   *
   * @param profile unless the environment variable {@code HOTLINE_NODE_PROFILE} names another
   */
  public static ApplicationContext run(Class<?> main, String profile, String... args) {
    return Micronaut.build(args)
        .mainClass(main)
        .environments(System.getenv().getOrDefault("HOTLINE_NODE_PROFILE", profile))
        .deduceEnvironment(false)
        .banner(false)
        .start();
  }

  /**
   * Starts a node beside others in one JVM: settings come from {@code properties} and not from the
   * process's environment. Closing the context stops it.
   *
   * @param replacements beans that take the place of the node's own, such as a clock
   */
  public static ApplicationContext embedded(
      String profile, Map<String, Object> properties, Object... replacements) {
    ApplicationContext context =
        ApplicationContext.builder(profile)
            .deduceEnvironment(false)
            .banner(false)
            .environmentPropertySource(false)
            .properties(properties)
            .singletons(replacements)
            .start();
    context.getBean(EmbeddedServer.class).start();
    return context;
  }
}
