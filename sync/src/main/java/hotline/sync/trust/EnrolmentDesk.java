package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a parent lets children in. */
public final class EnrolmentDesk {

  private static final Duration LONGEST_VALIDITY = Duration.ofDays(30);
  private static final int LONGEST_NAME = 100;

  private final NodeIdentity identity;
  private final TreeStore tree;
  private final Transactions transactions;
  private final Clock clock;
  private final CertificateAuthority authority;
  private final TokenTable tokens = new TokenTable();
  private final TreeTables children = new TreeTables();
  private final SecureRandom random = new SecureRandom();

  public EnrolmentDesk(
      NodeIdentity identity, TreeStore tree, Transactions transactions, Clock clock) {
    this.identity = identity;
    this.tree = tree;
    this.transactions = transactions;
    this.clock = clock;
    this.authority = new CertificateAuthority(clock);
  }

  /**
   * Makes a token that lets one node in, once. Only its hash is kept. A node that is a child
   * already gets a new certificate with it, and its old key is refused from then on.
   *
   * @param name of the child, in Chinese; at most 100 characters
   * @param validity at most 30 days
   * @throws IllegalArgumentException for a node above this one, or values out of range
   */
  public EnrolmentToken createToken(NodeCode child, String name, Duration validity) {
    if (identity.path().contains(child)) {
      throw new IllegalArgumentException(
          "enrolment of %s: expected a node that is not %s or above it"
              .formatted(child, identity.code()));
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "name of %d characters: expected 1 to %d".formatted(name.length(), LONGEST_NAME));
    }
    if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST_VALIDITY) > 0) {
      throw new IllegalArgumentException(
          "validity %s: expected more than nothing and at most %s"
              .formatted(validity, LONGEST_VALIDITY));
    }
    EnrolmentToken token = EnrolmentToken.create(identity, random);
    Instant now = clock.instant();
    try {
      transactions.<SQLException>run(
          tx -> tokens.insert(tx, token.hash(), child, name, now, now.plus(validity)));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    return token;
  }

  /**
   * Lets a child in: uses its token up and keeps the child, in one transaction. Asking again with
   * the same token and the same key (the answer got lost) returns the same certificate.
   *
   * @param printedToken as {@link EnrolmentToken#print} gave it
   * @param address host:port of the child's link server
   * @param request PKCS #10, DER
   * @return the child's new certificate, then this node's chain up to the root
   * @throws EnrolmentRefusedException when the token is unknown, used by another key, expired or
   *     for another node, or the request is malformed
   */
  public List<X509Certificate> enrol(
      String printedToken, NodeCode child, String address, byte[] request)
      throws EnrolmentRefusedException {
    EnrolmentToken token;
    PublicKey key;
    try {
      token = EnrolmentToken.parse(printedToken);
      Address.check(address);
      key = SigningRequest.checkedKey(request);
    } catch (IllegalArgumentException | UntrustedException e) {
      throw new EnrolmentRefusedException(e.getMessage(), e);
    }
    X509Certificate certificate =
        transactions.<X509Certificate, EnrolmentRefusedException>call(
            tx -> {
              try {
                return enrol(tx, token, child, address, key);
              } catch (SQLException e) {
                throw new DatabaseException(e);
              }
            });
    tree.refresh();
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(certificate);
    chain.addAll(identity.chain());
    return List.copyOf(chain);
  }

  private X509Certificate enrol(
      Tx tx, EnrolmentToken token, NodeCode child, String address, PublicKey key)
      throws SQLException, EnrolmentRefusedException {
    Instant now = clock.instant();
    KeyHash keyHash = KeyHash.of(key);
    TokenTable.Row row =
        tokens
            .lock(tx, token.hash())
            .orElseThrow(() -> new EnrolmentRefusedException("enrolment token not known here"));
    if (!row.child().equals(child)) {
      throw new EnrolmentRefusedException(
          "enrolment token for another node than %s".formatted(child));
    }
    if (row.usedBy().isPresent()) {
      return repeated(tx, child, row.usedBy().get(), keyHash);
    }
    if (!now.isBefore(row.expiresAt())) {
      throw new EnrolmentRefusedException("enrolment token expired at " + row.expiresAt());
    }
    X509Certificate certificate = authority.forChild(identity, child, key);
    children.putChild(tx, child, row.name(), address, certificate, now);
    tokens.use(tx, token.hash(), keyHash, now);
    return certificate;
  }

  private X509Certificate repeated(Tx tx, NodeCode child, KeyHash usedBy, KeyHash keyHash)
      throws SQLException, EnrolmentRefusedException {
    if (usedBy.equals(keyHash)) {
      X509Certificate kept = kept(tx, child);
      if (KeyHash.of(kept.getPublicKey()).equals(keyHash)) {
        return kept;
      }
    }
    throw new EnrolmentRefusedException("enrolment token already used");
  }

  private X509Certificate kept(Tx tx, NodeCode child)
      throws SQLException, EnrolmentRefusedException {
    try {
      byte[] der =
          children
              .certificate(tx, child)
              .orElseThrow(() -> new EnrolmentRefusedException(child + " is no child any more"));
      return Certificates.decode(List.of(der)).get(0);
    } catch (UntrustedException e) {
      throw new IllegalStateException("tree_child holds a certificate issued here", e);
    }
  }
}
