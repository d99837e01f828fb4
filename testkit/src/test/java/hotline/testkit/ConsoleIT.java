package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.local.servers.ProjectRoot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser on real nodes; needs Chromium, as {@code .ci/run} installs it. */
@ExtendWith(QingyangNetwork.class)
final class ConsoleIT {

  private static final int MINUTES = 15;

  private final Network network;

  ConsoleIT(Network network) {
    this.network = network;
  }

  /** All of {@code console/e2e/network}: the main job of each role, and every page. */
  @Test
  void peopleDoTheirWorkInTheirBrowsers(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path pictures)
      throws Exception {
    Path said = pictures.resolve("said.txt");
    ProcessBuilder npm =
        new ProcessBuilder("npm", "run", "--silent", "e2e:network")
            .directory(ProjectRoot.find().resolve("console").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    npm.environment().put("HOTLINE_E2E_PROVINCE", network.node("620000").uri().toString());
    npm.environment().put("HOTLINE_E2E_CITY", network.node("621000").uri().toString());
    npm.environment().put("HOTLINE_E2E_DISTRICT", network.node("621002").uri().toString());
    npm.environment().put("HOTLINE_E2E_PASSWORD", Network.PASSWORD);
    npm.environment().put("HOTLINE_E2E_SCREENSHOTS", pictures.toString());
    Process run = npm.start();
    try {
      assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES))
          .as("it ends; said until then:%n%s", Files.readString(said))
          .isTrue();
      assertThat(run.exitValue())
          .as("npm run e2e:network, pictures in %s, said:%n%s", pictures, Files.readString(said))
          .isZero();
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly();
    }
  }

  @Test
  void aBrowserKeepsScriptsForGoodAndAsksForThePageEachTime() throws Exception {
    URI node = network.node("621000").uri();
    HttpResponse<String> page = get(node.resolve("/tickets"));
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    Matcher script = Pattern.compile("/assets/[^\"]+\\.js").matcher(page.body());
    assertThat(script.find()).isTrue();
    assertThat(get(node.resolve(script.group())).headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(get(node.resolve("/api/session")).headers().firstValue("Cache-Control"))
        .contains("no-store");
    assertThat(get(node.resolve("/assets/of-an-older-version.js")).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
