package hotline.node.access;

import hotline.node.NodeSettings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Where a request comes from. Behind a proxy that is the proxy, unless an administrator has named
 * the header in which that proxy says it ({@code hotline.node.client-address-header}): whoever can
 * reach the node past the proxy could write anything into it.
 */
@Singleton
public final class ClientAddress {

  private static final int MAX_LENGTH = 64;

  private final Optional<String> header;

  ClientAddress(NodeSettings settings) {
    this.header = settings.getClientAddressHeader().filter(name -> !name.isBlank());
  }

  /** The address; of a list of them the last one, which the nearest proxy has added itself. */
  public String of(HttpRequest<?> request) {
    return header
        .map(name -> request.getHeaders().get(name))
        .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
        .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH)
        .orElseGet(() -> remote(request));
  }

  private static String remote(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    return address == null ? "unknown" : address.getHostAddress();
  }
}
