package hotline.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** {@code bench NAME [--json FILE]}: runs one benchmark and prints its figures. */
public final class BenchMain {

  private BenchMain() {}

  /** Exits with 0 when the benchmark ran, with 2 when the command line is wrong. */
  public static void main(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    if (!name.equals("sync")) {
      System.err.println("没有名为“" + name + "”的性能测试。用法：./hotline bench sync [--json 文件]");
      System.exit(2);
    }
    Figures figures = new Figures();
    new SyncBench(figures).run();
    Optional<Path> json = option(args, "--json").map(Path::of);
    if (json.isPresent()) {
      figures.write(json.get());
    }
    System.exit(0);
  }

  private static Optional<String> option(String[] args, String option) {
    int index = Arrays.asList(args).indexOf(option);
    return index > 0 && index + 1 < args.length ? Optional.of(args[index + 1]) : Optional.empty();
  }
}
