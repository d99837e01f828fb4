package hotline.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  @Test
  void twoThatChooseBeforeEitherBindsNeverChooseTheSame() {
    assertThat(IntStream.range(0, 2_000).parallel().map(i -> FreePorts.next()).toArray())
        .doesNotHaveDuplicates();
  }

  @Test
  void aPortWithAListenerIsNotFree() throws IOException {
    int port = FreePorts.next();
    assertThat(FreePorts.isFree(port)).isTrue();
    try (ServerSocket listener = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.isFree(listener.getLocalPort())).isFalse();
    }
  }
}
