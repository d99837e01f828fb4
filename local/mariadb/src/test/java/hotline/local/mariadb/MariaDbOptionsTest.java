package hotline.local.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MariaDbOptionsTest {
  @Test
  void durableAndModestIsTheDefault() {
    MariaDbOptions options = MariaDbOptions.parse("--data", "/data/db", "--port", "12350");

    assertThat(options)
        .isEqualTo(
            new MariaDbOptions(
                Path.of("/data/db"),
                Path.of("/data/mariadb-binaries"),
                12350,
                "256M",
                "256M",
                false,
                false));
  }

  @Test
  void everyOptionIsRead() {
    MariaDbOptions options =
        MariaDbOptions.parse(
            "--data /d --port 1 --binaries /b --buffer-pool 1G --log-file 64M --fast --stop-with-stdin"
                .split(" "));

    assertThat(options)
        .isEqualTo(new MariaDbOptions(Path.of("/d"), Path.of("/b"), 1, "1G", "64M", true, true));
  }

  @Test
  void whatMakesNoSenseIsNamed() {
    assertThatThrownBy(() -> MariaDbOptions.parse("--data", "/d"))
        .hasMessageStartingWith("--data and --port are needed");
    assertThatThrownBy(() -> MariaDbOptions.parse("--data", "/d", "--port", "70000"))
        .hasMessage("--port 70000 given, expected 1 to 65535");
    assertThatThrownBy(() -> MariaDbOptions.parse("--buffer-pool", "256MB"))
        .hasMessage("--buffer-pool 256MB given, expected such as 256M");
    assertThatThrownBy(() -> MariaDbOptions.parse("--quick"))
        .hasMessageStartingWith("unknown option --quick");
    assertThatThrownBy(() -> MariaDbOptions.parse("--port"))
        .hasMessageStartingWith("--port needs a value");
  }
}
