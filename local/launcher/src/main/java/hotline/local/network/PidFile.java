package hotline.local.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Remembers a process beyond the life of the program that started it. The start time is kept with
 * the id, because the kernel gives an id to somebody else sooner or later and we never signal
 * strangers.
 */
record PidFile(Path file) {
  /** The system states start times relative to a boot time that clock corrections move a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  void write(ProcessHandle process) throws IOException {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, process.pid() + " " + start + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The process, if it still runs and is the one that was written down. */
  Optional<ProcessHandle> live() {
    String[] words;
    try {
      words = Files.readString(file).strip().split(" ", -1);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    Instant start;
    try {
      start = Instant.parse(words[1]);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process, start));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static boolean startedAt(ProcessHandle process, Instant start) {
    Instant actual = process.info().startInstant().orElse(Instant.EPOCH);
    return Duration.between(start, actual).abs().compareTo(TOLERANCE) <= 0;
  }
}
