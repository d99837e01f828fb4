package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Object storage that speaks S3, as a process, for tests: what it holds is gone when it ends. */
public final class ObjectServer implements AutoCloseable {

  public static final String ACCESS_KEY = "hotline-test";
  public static final String SECRET_KEY = "hotline-test-secret";

  private final int port;
  private final ServerProcess process;

  private ObjectServer(Path folder) {
    this.port = FreePorts.next();
    this.process =
        ServerProcess.start(
            "object storage",
            JavaProgram.of(
                "objects",
                List.of(
                    "-Xmx256m", "hotline.local.objects.ObjectsMain", properties(folder).toString()),
                Map.of()),
            folder.resolve("objects.log"));
    process.awaitReady(this::answers);
  }

  /**
   * Starts an empty one and returns when it answers.
   *
   * @throws IllegalStateException with the end of its log when it does not start
   */
  public static ObjectServer start(Path folder) {
    return new ObjectServer(folder);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.kill();
  }

  private Path properties(Path folder) {
    try {
      return Files.writeString(
          folder.resolve("s3proxy.conf"),
          String.join(
              "\n",
              "s3proxy.endpoint=http://127.0.0.1:" + port,
              "s3proxy.authorization=aws-v2-or-v4",
              "s3proxy.identity=" + ACCESS_KEY,
              "s3proxy.credential=" + SECRET_KEY,
              "jclouds.provider=transient-nio2",
              "jclouds.identity=" + ACCESS_KEY,
              "jclouds.credential=" + SECRET_KEY,
              ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
