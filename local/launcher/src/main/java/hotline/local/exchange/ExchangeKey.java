package hotline.local.exchange;

import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The key with which the exchange reports to a node: issued by the node's administrator, as for any
 * exchange, and kept beside the network's data, readable for its owner only.
 */
final class ExchangeKey {

  private final Path file;
  private final HttpNode node;

  ExchangeKey(Path folder, HttpNode node) {
    this.file = folder.resolve("telephony-" + node.code() + ".key");
    this.node = node;
  }

  /** The key, issued when there is none yet. */
  String get() throws ApiRefusal, IOException, InterruptedException {
    return Files.exists(file) ? Files.readString(file).strip() : issued();
  }

  /** Another one: the node does not know the one that was kept. */
  String issued() throws ApiRefusal, IOException, InterruptedException {
    String key =
        node.post(
                "admin",
                "/api/api-clients",
                Map.of("kind", "TELEPHONY", "name", "模拟话务平台", "scope", List.of()),
                Issued.class)
            .body()
            .key();
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, key);
    return key;
  }

  private record Issued(String key) {}
}
