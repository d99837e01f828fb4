package hotline.local.demo;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demo was asked to do.
 *
 * @param messages a file of messages to take instead of made-up appeals
 * @param tickets how many to make up, or how many of the file to take at most; null for the default
 *     number, or the whole file
 * @param regions a file of region aliases
 * @param regionEntries further aliases, such as {@code A3区=621002}; they win over the file
 * @param report where to write the summary as JSON
 * @param seed what made-up appeals and all decisions are drawn from
 * @param workers how many requests are under way at most
 */
public record DemoOptions(
    @Nullable Path messages,
    @Nullable Integer tickets,
    @Nullable Path regions,
    List<String> regionEntries,
    @Nullable Path report,
    long seed,
    int workers) {

  public static final int DEFAULT_TICKETS = 120;
  public static final long DEFAULT_SEED = 12345;
  public static final int DEFAULT_WORKERS = 12;

  public DemoOptions {
    if (tickets != null && tickets < 1) {
      throw new IllegalArgumentException("--tickets %d：应为不小于 1 的整数".formatted(tickets));
    }
    if (workers < 1 || workers > 64) {
      throw new IllegalArgumentException("--workers %d：应为 1 至 64".formatted(workers));
    }
    regionEntries = List.copyOf(regionEntries);
  }

  /** Made-up appeals, everything at its default. */
  public static DemoOptions defaults() {
    return new DemoOptions(null, null, null, List.of(), null, DEFAULT_SEED, DEFAULT_WORKERS);
  }
}
