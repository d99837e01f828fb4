package hotline.node.access;

import hotline.node.classification.ClientKind;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.ApiClientStore;
import hotline.node.store.ApiClientStore.Client;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives other systems their keys and recognises them. A key is the client's id, a dot and 256
 * random bits, so that a plain hash of them is as good as a slow one; only that hash is kept.
 */
@Singleton
public final class ApiClients {

  /** The header that carries the key. */
  public static final String HEADER = "X-Api-Key";

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 6;

  private final ApiClientStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiClients(ApiClientStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A new client with its key, which is shown this once. */
  public record Issued(Client client, String key) {}

  /** Makes a client. */
  public Issued issue(Tx tx, ClientKind kind, Set<String> scope, String name, String by) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Client client =
        new Client(
            "c" + HexFormat.of().formatHex(id),
            kind,
            scope.stream().sorted().collect(Collectors.joining(",")),
            name,
            hash(text),
            by,
            clock.instant(),
            null,
            null);
    store.insert(tx, client);
    return new Issued(client, client.id() + "." + text);
  }

  /**
   * Whose key it is. Unknown, wrong and revoked are not told apart.
   *
   * @throws RefusedException when it is nobody's, or somebody's of another kind
   */
  public ApiClient require(@Nullable String key, ClientKind kind) {
    ApiClient client =
        find(key)
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.UNAUTHENTICATED, "接口密钥（" + HEADER + "）缺失、有误或已停用"));
    if (client.kind() != kind) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "该接口须由“" + kind.label() + "”的接口账号调用");
    }
    return client;
  }

  private Optional<ApiClient> find(@Nullable String key) {
    int dot = key == null ? -1 : key.indexOf('.');
    if (key == null || dot < 0) {
      return Optional.empty();
    }
    byte[] given = hash(key.substring(dot + 1));
    return transactions
        .call(tx -> store.find(tx, key.substring(0, dot)))
        .filter(client -> MessageDigest.isEqual(client.secretHash(), given))
        .filter(client -> client.revokedAt() == null)
        .map(client -> new ApiClient(client.id(), client.kind(), scope(client)));
  }

  private static Set<String> scope(Client client) {
    return client.scope().isEmpty()
        ? Set.of()
        : Arrays.stream(client.scope().split(",")).collect(Collectors.toSet());
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
