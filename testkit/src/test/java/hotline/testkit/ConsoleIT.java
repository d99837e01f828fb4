package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.local.servers.ProjectRoot;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser on real nodes; needs Chromium, as {@code .ci/run} installs it. */
@ExtendWith(QingyangNetwork.class)
final class ConsoleIT {

  private static final int MINUTES = 5;

  private final Network network;

  ConsoleIT(Network network) {
    this.network = network;
  }

  @Test
  void peopleAtTwoNodesWorkATicketInTheirBrowsers(@TempDir Path screenshots) throws Exception {
    ProcessBuilder npm =
        new ProcessBuilder("npm", "run", "--silent", "e2e:network")
            .directory(ProjectRoot.find().resolve("console").toFile())
            .inheritIO();
    npm.environment().put("HOTLINE_E2E_PROVINCE", network.node("620000").uri().toString());
    npm.environment().put("HOTLINE_E2E_CITY", network.node("621000").uri().toString());
    npm.environment().put("HOTLINE_E2E_DISTRICT", network.node("621002").uri().toString());
    npm.environment().put("HOTLINE_E2E_PASSWORD", Network.PASSWORD);
    npm.environment().put("HOTLINE_E2E_SCREENSHOTS", screenshots.toString());
    Process run = npm.start();
    try {
      assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(run.exitValue()).as("the exit status of npm run e2e:network").isZero();
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly();
    }
  }
}
