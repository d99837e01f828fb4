package hotline.node.knowledge;

import hotline.node.access.SignedInUser;
import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.Broadcasts;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.store.KnowledgeStore;
import hotline.node.store.KnowledgeStore.Knowledge;
import hotline.node.store.KnowledgeStore.KnowledgeVersion;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * Carries the steps of entries out: the version, the audit entry and what travels down to the nodes
 * below are written in one transaction.
 */
@Singleton
final class KnowledgeWork {

  private final Transactions transactions;
  private final KnowledgeStore store;
  private final Broadcasts broadcasts;
  private final AuditStore audit;
  private final ObjectMapper mapper;
  private final Clock clock;

  KnowledgeWork(
      Transactions transactions,
      KnowledgeStore store,
      Broadcasts broadcasts,
      AuditStore audit,
      ObjectMapper mapper,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.broadcasts = broadcasts;
    this.audit = audit;
    this.mapper = mapper;
    this.clock = clock;
  }

  KnowledgeVersion propose(Tx tx, SignedInUser user, Knowledge knowledge, String note) {
    KnowledgeVersion first = life(user).propose(knowledge, note);
    long entry = store.insert(tx, first);
    return written(tx, user, "PROPOSE_KNOWLEDGE", newest(tx, entry));
  }

  KnowledgeVersion revise(
      SignedInUser user, long entry, int seen, Knowledge knowledge, String note) {
    return step(
        user,
        entry,
        seen,
        "PROPOSE_KNOWLEDGE",
        (life, before) -> life.revise(before, knowledge, note));
  }

  KnowledgeVersion publish(SignedInUser user, long entry, int seen, String note) {
    return step(
        user, entry, seen, "PUBLISH_KNOWLEDGE", (life, before) -> life.publish(before, note));
  }

  KnowledgeVersion sendBack(SignedInUser user, long entry, int seen, String note) {
    return step(
        user, entry, seen, "RETURN_KNOWLEDGE", (life, before) -> life.sendBack(before, note));
  }

  KnowledgeVersion withdraw(SignedInUser user, long entry, int seen, String note) {
    return step(
        user, entry, seen, "WITHDRAW_KNOWLEDGE", (life, before) -> life.withdraw(before, note));
  }

  private KnowledgeVersion step(
      SignedInUser user,
      long entry,
      int seen,
      String action,
      BiFunction<KnowledgeLife, KnowledgeVersion, KnowledgeVersion> decide) {
    return transactions.call(
        tx -> {
          KnowledgeVersion before = newest(tx, entry);
          if (before.version() != seen) {
            throw stale(seen);
          }
          KnowledgeVersion next = decide.apply(life(user), before);
          if (!store.add(tx, next)) {
            throw stale(seen);
          }
          spread(tx, before, next);
          return written(tx, user, action, next);
        });
  }

  /** What people find is what the nodes below get. */
  private void spread(Tx tx, KnowledgeVersion before, KnowledgeVersion next) {
    Integer published = next.published();
    if (published != null && published == next.version()) {
      broadcasts.publish(tx, BroadcastDocument.KNOWLEDGE, key(next), content(next.knowledge()));
    } else if (published == null && before.published() != null) {
      broadcasts.withdraw(tx, BroadcastDocument.KNOWLEDGE, key(next));
    }
  }

  private String content(Knowledge knowledge) {
    try {
      return mapper.writeValueAsString(KnowledgeDocument.of(knowledge));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KnowledgeVersion written(
      Tx tx, SignedInUser user, String action, KnowledgeVersion version) {
    audit.append(tx, version.changedAt(), user.username(), action, key(version), version.note());
    return version;
  }

  KnowledgeVersion newest(Tx tx, long entry) {
    return store
        .newest(tx, entry)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + entry + " 的知识条目"));
  }

  private KnowledgeLife life(SignedInUser user) {
    Instant now = clock.instant();
    return new KnowledgeLife(user.username(), now, now.atZone(Times.ZONE).toLocalDate());
  }

  static String key(KnowledgeVersion version) {
    return "K" + version.entry();
  }

  private static RefusedException stale(int seen) {
    return new RefusedException(ErrorCode.STALE_VERSION, "该条目刚刚被他人修改，收到的是第" + seen + "版，请刷新后核对再提交");
  }
}
