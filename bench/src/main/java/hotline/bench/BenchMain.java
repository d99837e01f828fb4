package hotline.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * {@code bench NAME [--json FILE] [--only PART,PART] [--tickets N]}: runs one benchmark and prints
 * its figures.
 */
public final class BenchMain {

  private static final Set<String> ALL_PARTS =
      Set.of("lag", "bulk", "catchup", "commits", "share", "pulsar");

  private BenchMain() {}

  /** Exits with 0 when the benchmark ran, with 2 when the command line is wrong. */
  public static void main(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    Figures figures = new Figures();
    switch (name) {
      case "sync" -> new SyncBench(figures, parts(args)).run();
      case "intake" -> new IntakeBench(figures).run();
      case "console" -> new ConsoleBench(figures, tickets(args)).run();
      default -> {
        System.err.println(
            "没有名为“"
                + name
                + "”的性能测试。用法：./hotline bench sync|intake|console [--json 文件] [--only lag,commits] [--tickets 1000000]");
        System.exit(2);
      }
    }
    Optional<Path> json = option(args, "--json").map(Path::of);
    if (json.isPresent()) {
      figures.write(json.get());
    }
    System.exit(0);
  }

  private static Set<String> parts(String[] args) {
    return option(args, "--only").map(only -> Set.of(only.split(","))).orElse(ALL_PARTS);
  }

  private static int tickets(String[] args) {
    return option(args, "--tickets").map(Integer::parseInt).orElse(1_000_000);
  }

  private static Optional<String> option(String[] args, String option) {
    int index = Arrays.asList(args).indexOf(option);
    return index > 0 && index + 1 < args.length ? Optional.of(args[index + 1]) : Optional.empty();
  }
}
