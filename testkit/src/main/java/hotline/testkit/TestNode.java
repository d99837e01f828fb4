package hotline.testkit;

import static org.awaitility.Awaitility.await;

import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running node of a network, or one that was stopped and may be started again. */
public final class TestNode {

  private static final Duration START = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpNode.client();

  private final NodeConfig config;
  private final NodeHost host;
  private final Link link;
  private final NodeClient client;

  TestNode(NodeConfig config, NodeHost host, Link link) {
    this.config = config;
    this.host = host;
    this.link = link;
    NodeSpec spec = config.spec();
    this.client =
        new NodeClient(
            new HttpNode(
                new NodeAddress(
                    spec.code(),
                    spec.name(),
                    spec.profile(),
                    spec.parent(),
                    uri(),
                    config.password()),
                HTTP,
                Json.mapper()));
  }

  public String code() {
    return config.spec().code();
  }

  public NodeSpec spec() {
    return config.spec();
  }

  /** Where its console and its HTTP interface are. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + config.httpPort());
  }

  /** Its HTTP interface. */
  public NodeClient client() {
    return client;
  }

  /** The line over which all its neighbours call it. */
  public Link link() {
    return link;
  }

  /** A connection to its database, past the node; the caller closes it. */
  public Connection database() throws SQLException {
    return config.database().connect(config.schema());
  }

  /** Starts it and waits until it serves. */
  public void start() {
    launch(null);
    awaitUp();
  }

  /** Stops it in good order. */
  public void stop() {
    host.stop();
  }

  /** Ends its process as a power cut would. */
  public void kill() {
    host.kill();
  }

  public boolean isRunning() {
    return host.isRunning();
  }

  NodeConfig config() {
    return config;
  }

  void launch(@Nullable String token) {
    host.start(
        new NodeConfig(
            config.spec(),
            config.database(),
            config.schema(),
            config.pulsarUrl(),
            config.httpPort(),
            config.grpcPort(),
            config.advertisedPort(),
            config.parentPort(),
            token,
            config.folder(),
            config.password()));
  }

  /**
   * Waits until it says that it is up.
   *
   * @throws IllegalStateException with the end of its log when it ends instead
   */
  void awaitUp() {
    await("node " + code() + " serves")
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              if (!host.isRunning()) {
                throw new IllegalStateException("node " + code() + " ended:\n" + host.log());
              }
              return isUp();
            });
  }

  private boolean isUp() throws InterruptedException {
    try {
      var answer =
          HTTP.send(
              HttpRequest.newBuilder(uri().resolve("/health"))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void close() {
    host.stop();
    link.close();
  }
}
