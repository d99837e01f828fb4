package hotline.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNetworkTest {
  @TempDir Path folder;

  @Test
  void parentsComeBeforeChildrenAndNoPortIsUsedTwice() {
    LocalNetwork network = LocalNetwork.open(folder, OptionalInt.of(20_000));

    assertThat(network.nodes())
        .extracting(LocalNode::code)
        .containsExactly("620000", "621000", "621002", "621000F01");
    assertThat(network.node("621002").parent()).isEqualTo("621000");
    assertThat(network.node("620000").consoleUri()).hasToString("http://127.0.0.1:20000");
    Ports ports = new Ports(20_000);
    assertThat(
            IntStream.concat(
                    network.nodes().stream()
                        .flatMapToInt(node -> IntStream.of(node.httpPort(), node.grpcPort())),
                    IntStream.of(ports.mariaDb(), ports.pulsar(), ports.pulsarHttp()))
                .toArray())
        .doesNotHaveDuplicates();
  }

  @Test
  void aTakenPortIsNamedBeforeAnythingStarts() throws IOException {
    LocalNetwork network = LocalNetwork.open(folder, OptionalInt.of(21_000));

    try (ServerSocket taken = new ServerSocket(21_001, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> network.start(line -> {}))
          .isInstanceOf(NetworkException.class)
          .hasMessageContaining("端口 21001（庆阳市12345政务服务便民热线控制台）")
          .hasMessageContaining("--port-base 31000");
      assertThat(taken.isBound()).isTrue();
    }
    assertThat(network.isRunning()).isFalse();
  }

  @Test
  void portsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> LocalNetwork.open(folder, OptionalInt.of(80)))
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("端口基数 80 无效");
  }

  @Test
  void onlyAFolderOfANetworkIsForgotten() throws IOException {
    Path photos = Files.createFile(folder.resolve("photos"));
    LocalNetwork network = LocalNetwork.open(folder, OptionalInt.empty());

    assertThatThrownBy(network::forget).isInstanceOf(NetworkException.class);
    assertThat(photos).exists();

    new DataFolder(folder).create();
    network.forget();
    assertThat(folder).doesNotExist();
  }

  @Test
  void thePortsOfTheLastStartAreKept() {
    DataFolder data = new DataFolder(folder.resolve("data"));
    data.create();
    data.keepPortBase(23_000);

    assertThat(LocalNetwork.open(data.root(), OptionalInt.empty()).node("620000").httpPort())
        .isEqualTo(23_000);
    assertThat(LocalNetwork.open(data.root(), OptionalInt.of(24_000)).node("620000").httpPort())
        .isEqualTo(24_000);
  }

  @Test
  void anUnknownNodeIsAnsweredWithThoseThatThereAre() {
    assertThatThrownBy(() -> LocalNetwork.open(folder, OptionalInt.empty()).log("621003"))
        .hasMessage("没有 621003；现有 [mariadb, pulsar, 620000, 621000, 621002, 621000F01]");
  }
}
