package hotline.sync.stream;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SizeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to this node's broker and to its parent's, opened when first asked for; one where
 * both are the same.
 */
final class PulsarClients implements AutoCloseable {

  private static final int CLOSE_SECONDS = 3;

  private final @Nullable String ownUrl;
  private final @Nullable String parentUrl;
  private @Nullable PulsarClient own;
  private @Nullable PulsarClient parents;

  /** At least one address is given: the top has no parent, a leaf need not have a broker. */
  PulsarClients(@Nullable String ownUrl, @Nullable String parentUrl) {
    this.ownUrl = ownUrl;
    this.parentUrl = parentUrl;
  }

  /** To this node's broker; to the parent's if this node has none. */
  synchronized PulsarClient own() throws PulsarClientException {
    if (own == null) {
      own = open(ownUrl == null ? String.valueOf(parentUrl) : ownUrl);
    }
    return own;
  }

  /** To the parent's broker; null at the top. */
  synchronized @Nullable PulsarClient parents() throws PulsarClientException {
    if (parentUrl == null) {
      return null;
    }
    if (parentUrl.equals(ownUrl)) {
      return own();
    }
    if (parents == null) {
      parents = open(parentUrl);
    }
    return parents;
  }

  private static PulsarClient open(String url) throws PulsarClientException {
    return PulsarClient.builder()
        .serviceUrl(url)
        .ioThreads(1)
        .listenerThreads(1)
        .memoryLimit(64, SizeUnit.MEGA_BYTES)
        .operationTimeout(10, TimeUnit.SECONDS)
        .startingBackoffInterval(100, TimeUnit.MILLISECONDS)
        .maxBackoffInterval(5, TimeUnit.SECONDS)
        .build();
  }

  @Override
  public synchronized void close() {
    for (PulsarClient client : new PulsarClient[] {own, parents}) {
      if (client != null) {
        try {
          client.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
          // its threads are daemons, and the broker notices the connection's end
          continue;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    own = null;
    parents = null;
  }
}
