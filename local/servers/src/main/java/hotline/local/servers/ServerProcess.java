package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A Java program of the {@code local} folder running as a process. It holds the program's standard
 * input open, so that the program ends when this JVM does, however hard that ends.
 */
final class ServerProcess {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
  private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);

  private final String name;
  private final Process process;
  private final Path log;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code java} on the classpath of a module.
   *
   * @param module folder of the module below {@code local/}
   * @param java options of the virtual machine, main class and arguments
   */
  static ServerProcess start(
      String module, List<String> java, Map<String, String> environment, Path log) {
    Path target = ProjectRoot.find().resolve("local").resolve(module).resolve("target");
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new IllegalStateException(
          target + " is not built: run mvn -pl local/" + module + " compile in the project");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + target.resolve("lib") + "/*");
    command.addAll(java);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(log.toAbsolutePath().resolveSibling(""));
      return new ServerProcess(module, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + module, e);
    }
  }

  /**
   * Waits until {@code ready} says yes.
   *
   * @throws IllegalStateException with the last lines of the log when the program ends before that
   *     or is not ready in time
   */
  void awaitReady(BooleanSupplier ready) {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try {
      while (!ready.getAsBoolean()) {
        boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
        if (ended || System.nanoTime() > deadline) {
          kill();
          throw new IllegalStateException(
              "%s %s; the end of %s:%n%s"
                  .formatted(name, ended ? "ended at start" : "is not ready", log, lastLines()));
        }
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting " + name, e);
    }
  }

  /** Asks the program to end and waits for that; kills it when it takes more than a minute. */
  void stop() {
    process.destroy();
    awaitEnd(STOP_TIMEOUT);
  }

  /** Ends the program and every process that it started at once ({@code kill -9}). */
  void kill() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private void awaitEnd(Duration timeout) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
