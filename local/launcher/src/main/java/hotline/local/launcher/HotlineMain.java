package hotline.local.launcher;

import hotline.local.demo.DemoCommand;
import hotline.local.demo.ImportCommand;
import hotline.local.exchange.CallCommand;
import hotline.local.network.NetworkException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of {@code ./hotline}; exit status 0 for success, 1 for failure, 2 for wrong usage.
 */
@Command(
    name = "./hotline",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = "12345 热线网络：省、市、县区、分中心",
    footer = {
      "另有（由脚本直接执行）：",
      "  test        运行全部测试",
      "  bench NAME  运行一项性能测试（sync、intake、console）"
    })
public final class HotlineMain {
  private HotlineMain() {}

  /** Runs one command and exits. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new HotlineMain())
            .addSubcommand(new DemoCommand())
            .addSubcommand(new UpCommand())
            .addSubcommand(new DownCommand())
            .addSubcommand(new StatusCommand())
            .addSubcommand(new LogsCommand())
            .addSubcommand(new ImportCommand())
            .addSubcommand(new ReindexCommand())
            .addSubcommand(new CallCommand());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (!(failure instanceof NetworkException)) {
            throw failure;
          }
          command.getErr().println(failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }
}
