package hotline.local.network;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A node of the network on this machine.
 *
 * @param code administrative code, such as {@code 621000}
 * @param name full name (TOP-17)
 * @param parent code of the node above, null at the top
 * @param policy name of its policy, null for the one of its kind
 * @param httpPort port of console and HTTP interface on 127.0.0.1
 * @param grpcPort port of the link on 127.0.0.1
 * @param folder what belongs to this node only: keys, certificates
 * @param log what it prints
 */
public record LocalNode(
    String code,
    String name,
    Tier tier,
    @Nullable String parent,
    @Nullable String policy,
    int httpPort,
    int grpcPort,
    Path folder,
    Path log) {

  /** Address of the console and base of the HTTP interface. */
  public URI consoleUri() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** Address of the link as the nodes beside it dial it, host:port. */
  public String grpcAddress() {
    return "127.0.0.1:" + grpcPort;
  }
}
