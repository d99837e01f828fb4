package hotline.local.network;

import hotline.local.servers.JavaProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A program that goes on when the launcher ends, and is found again by the next launcher. */
final class Daemon {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
  private static final int LINES_SHOWN = 25;

  private final String name;
  private final PidFile pidFile;
  private final Path log;
  private final Duration stopTimeout;
  private final BooleanSupplier ready;
  private long logStart;

  /**
   * @param name what people call it
   * @param ready whether it serves; asked again and again after a start
   * @param stopTimeout how long it may take to end before it is killed
   */
  Daemon(String name, Path pidFile, Path log, Duration stopTimeout, BooleanSupplier ready) {
    this.name = name;
    this.pidFile = new PidFile(pidFile);
    this.log = log;
    this.stopTimeout = stopTimeout;
    this.ready = ready;
  }

  Optional<ProcessHandle> process() {
    return pidFile.live();
  }

  boolean isRunning() {
    return process().isPresent();
  }

  /** Starts the program; it may not be ready for a while (see {@link #awaitReady}). */
  void start(JavaProgram program) {
    List<String> command = new ArrayList<>();
    setsid().ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(program.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(program.environment());
    try {
      logStart = Files.exists(log) ? Files.size(log) : 0;
      pidFile.write(builder.start().toHandle());
    } catch (IOException e) {
      throw new NetworkException("%s 无法启动：%s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * Waits until the program serves.
   *
   * @throws NetworkException with the last lines of its log when it ends instead, or takes too long
   */
  void awaitReady() {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!ready.getAsBoolean()) {
      @Nullable ProcessHandle process = process().orElse(null);
      if (process == null) {
        throw new NetworkException("%s 启动失败，日志 %s 的末尾：%n%s".formatted(name, log, lastLines()));
      }
      if (System.nanoTime() > deadline) {
        throw new NetworkException(
            "%s 启动超过 %d 秒仍未就绪，日志 %s 的末尾：%n%s"
                .formatted(name, START_TIMEOUT.toSeconds(), log, lastLines()));
      }
      endsWithin(process, Duration.ofMillis(100));
    }
  }

  /** Asks the program to end ({@code SIGTERM}); does nothing when it does not run. */
  void requestStop() {
    process().ifPresent(ProcessHandle::destroy);
  }

  /**
   * Waits until the program has ended, and kills it when it takes too long.
   *
   * @return whether it ended by itself
   */
  boolean awaitStopped() {
    Optional<ProcessHandle> running = process();
    boolean willingly = true;
    if (running.isPresent() && !endsWithin(running.get(), stopTimeout)) {
      List<ProcessHandle> all = new ArrayList<>(running.get().descendants().toList());
      all.add(running.get());
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
      willingly = false;
    }
    try {
      pidFile.delete();
    } catch (IOException e) {
      throw new NetworkException("%s 无法删除".formatted(pidFile.file()), e);
    }
    return willingly;
  }

  private static boolean endsWithin(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkException("已中断", e);
    } catch (ExecutionException e) {
      throw new CompletionException(e);
    }
  }

  /** A session of its own, so that Ctrl-C and the end of the terminal do not reach it. */
  private static Optional<Path> setsid() {
    return List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid")).stream()
        .filter(Files::isExecutable)
        .findFirst();
  }

  private String lastLines() {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(logStart, all.length);
      List<String> lines =
          new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "（日志无法读取：" + e.getMessage() + "）";
    }
  }
}
