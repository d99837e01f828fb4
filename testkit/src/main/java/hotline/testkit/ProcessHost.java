package hotline.testkit;

import hotline.local.servers.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node as a process of its own, on the classpath of the test. */
final class ProcessHost implements NodeHost {

  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xms64m",
          "-Xmx384m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=Asia/Shanghai");
  private static final int STOP_SECONDS = 40;
  private static final int LINES_SHOWN = 40;

  private final Path log;
  private @Nullable Process process;

  ProcessHost(Path log) {
    this.log = log;
    Runtime.getRuntime().addShutdownHook(new Thread(this::destroy, "kill-node"));
  }

  @Override
  public void start(NodeConfig config) {
    List<String> java = new java.util.ArrayList<>(JAVA_OPTIONS);
    java.add(config.spec().mainClass());
    JavaProgram program =
        JavaProgram.onClasspath(System.getProperty("java.class.path"), java, config.environment());
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(program.environment());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + config.spec(), e);
    }
  }

  @Override
  public void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        destroy();
        throw new IllegalStateException("the node did not stop in time:\n" + log());
      }
    } catch (InterruptedException e) {
      destroy();
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  @Override
  public void kill() {
    destroy();
    process = null;
  }

  @Override
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public String log() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  private void destroy() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }
}
