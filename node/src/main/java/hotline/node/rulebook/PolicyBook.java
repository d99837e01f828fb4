package hotline.node.rulebook;

import hotline.node.NodeSettings;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.Policies;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyDocument;
import hotline.node.policy.PolicyException;
import hotline.node.store.PolicyStore;
import hotline.node.store.PolicyStore.PolicyRow;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's policy in all its versions. Every process of the node sees a new version within
 * seconds; each ticket keeps the version that it was accepted under.
 */
@Singleton
public final class PolicyBook implements Policies {

  private static final Logger log = LoggerFactory.getLogger(PolicyBook.class);
  private static final String SYSTEM = "system";

  private final Transactions transactions;
  private final PolicyStore store;
  private final UpperRules upper;
  private final Clock clock;
  private volatile Optional<String> parentSeen = Optional.empty();
  private volatile String handedDown = "";
  private volatile PolicyVersions versions = new PolicyVersions(List.of());

  PolicyBook(
      NodeSettings settings,
      Transactions transactions,
      PolicyStore store,
      UpperRules upper,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.upper = upper;
    this.clock = clock;
    refresh();
    seed(settings.getPolicy());
  }

  @Override
  public Policy at(Instant moment) {
    return versions.at(moment);
  }

  @Override
  public Optional<Policy> version(int number) {
    return versions.version(number);
  }

  PolicyVersions versions() {
    return versions;
  }

  /** Takes in what other processes of the node, or the node above, have changed. */
  @Scheduled(fixedDelay = "${hotline.rules.refresh:2s}", initialDelay = "2s")
  void refreshAndFollow() {
    refresh();
    followParent();
    handDown();
  }

  /**
   * A document with all that it leaves open filled in, as it would hold here and now.
   *
   * @throws RefusedException naming file, line, key, what was given and what is allowed
   */
  PolicyDocument resolve(Tx tx, String text) {
    try {
      PolicyDocument resolved = PolicyDocument.parse("规则", text).resolve(parent(tx));
      resolved.policy();
      return resolved;
    } catch (PolicyException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Makes a document the newest version, in the caller's transaction. It holds for what is accepted
   * from now on, as far as its own dates go; call {@link #refresh} after the commit.
   *
   * @param expected the newest number that the caller has seen
   * @return the new version's number
   * @throws RefusedException when it is mistaken, or somebody else was faster
   */
  int activate(Tx tx, String text, int expected, String username, String reason) {
    PolicyDocument resolved = resolve(tx, text);
    PolicyRow row = row(text, resolved, "", username, reason);
    if (row.number() != expected + 1 || !store.insert(tx, row)) {
      throw new RefusedException(ErrorCode.STALE_VERSION, "规则已有更新的版本，收到的是第" + expected + "版，请重新预览");
    }
    return row.number();
  }

  /** Reads versions that are new here. */
  synchronized void refresh() {
    PolicyVersions known = versions;
    List<PolicyRow> fresh = transactions.call(tx -> store.after(tx, known.lastNumber()));
    if (!fresh.isEmpty()) {
      versions = known.with(fresh.stream().map(PolicyVersion::of).toList());
    }
  }

  /** The policy that the node is set to, at its first start and when the setting has changed. */
  private void seed(String name) {
    String last =
        versions.all().stream()
            .map(version -> version.row().origin())
            .filter(origin -> !origin.isEmpty())
            .reduce("", (a, b) -> b);
    if (!last.equals(name)) {
      String text = PolicyDocument.bundledText(name);
      // what the node above says is followed as soon as it is known
      add(text, name, "节点设定的规则：" + name, false);
      refresh();
    }
  }

  /** A version that follows the node above changes with it. */
  private void followParent() {
    PolicyVersion newest = versions.newest().orElse(null);
    if (newest == null) {
      return;
    }
    Optional<String> text = transactions.call(upper::parentPolicy);
    if (text.equals(parentSeen)) {
      return;
    }
    parentSeen = text;
    try {
      String now = transactions.call(tx -> newest.own().resolve(parent(tx)).text());
      if (!now.equals(newest.row().resolved())) {
        add(newest.row().own(), "", "上级规则有变", true);
        refresh();
      }
    } catch (PolicyException e) {
      log.warn("The policy of the node above does not fit this node's: {}", e.getMessage());
    }
  }

  /** The nodes below get the version that is in force. */
  private void handDown() {
    versions
        .versionAt(clock.instant())
        .map(version -> version.row().resolved())
        .filter(text -> !text.equals(handedDown))
        .ifPresent(
            text -> {
              transactions.call(
                  tx -> {
                    upper.publishPolicy(tx, text);
                    return text;
                  });
              handedDown = text;
            });
  }

  /** Losing the race against another process of the node does no harm: it added the same. */
  private void add(String text, String origin, String reason, boolean underParent) {
    transactions.call(
        tx -> {
          PolicyDocument above = underParent ? parent(tx) : null;
          PolicyDocument resolved = PolicyDocument.parse("规则", text).resolve(above);
          return store.insert(tx, row(text, resolved, origin, SYSTEM, reason));
        });
  }

  private PolicyRow row(
      String text, PolicyDocument resolved, String origin, String username, String reason) {
    Policy policy = resolved.policy();
    return new PolicyRow(
        versions.lastNumber() + 1,
        policy.name(),
        policy.source(),
        policy.effectiveFrom(),
        policy.repealedOn(),
        text,
        resolved.text(),
        origin,
        clock.instant(),
        username,
        reason);
  }

  private @Nullable PolicyDocument parent(Tx tx) {
    return upper.parentPolicy(tx).map(text -> PolicyDocument.parse("上级规则", text)).orElse(null);
  }
}
