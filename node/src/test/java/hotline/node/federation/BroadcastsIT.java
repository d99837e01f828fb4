package hotline.node.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.BroadcastHead;
import hotline.node.broadcast.Broadcasts;
import hotline.node.broadcast.Broadcasts.Whose;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.wire.BroadcastWire;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.RecordApplier;
import hotline.sync.stream.StreamId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference documents at the node that publishes them. */
class BroadcastsIT {

  private static final NodeCode SELF = NodeCode.of("621000");
  private static final NodeCode OTHER = NodeCode.of("620000");

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static Transactions transactions;

  @SuppressWarnings("NullAway.Init")
  private static Broadcasts broadcasts;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    transactions = node.bean(Transactions.class);
    broadcasts = node.bean(Broadcasts.class);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void theNewestVersionHolds() {
    assertThat(publish("newest", "a", "one").version()).isEqualTo(1);
    assertThat(publish("newest", "a", "two").version()).isEqualTo(2);
    assertThat(publish("newest", "b", "three").version()).isEqualTo(1);
    assertThat(inherited("newest"))
        .extracting(BroadcastDocument::content)
        .containsExactly("two", "three");
    Optional<BroadcastDocument> newest =
        transactions.call(tx -> broadcasts.newest(tx, SELF, "newest", "a"));
    assertThat(newest).map(BroadcastDocument::content).hasValue("two");
  }

  @Test
  void theSameContentIsNotPublishedTwice() {
    BroadcastDocument first = publish("same", "a", "one");
    assertThat(publish("same", "a", "one")).isEqualTo(first);
  }

  @Test
  void aWithdrawnDocumentHoldsNoLongerUntilItIsPublishedAgain() {
    publish("withdrawn", "a", "one");
    BroadcastDocument withdrawn =
        transactions.call(tx -> broadcasts.withdraw(tx, "withdrawn", "a"));
    assertThat(withdrawn.version()).isEqualTo(2);
    assertThat(inherited("withdrawn")).isEmpty();
    refused(
        ErrorCode.STATE_FORBIDS,
        () -> transactions.call(tx -> broadcasts.withdraw(tx, "withdrawn", "a")));
    assertThat(publish("withdrawn", "a", "one").version()).isEqualTo(3);
    assertThat(inherited("withdrawn")).hasSize(1);
  }

  @Test
  void whatWasNeverPublishedCannotBeWithdrawn() {
    refused(
        ErrorCode.NOT_FOUND, () -> transactions.call(tx -> broadcasts.withdraw(tx, "none", "a")));
  }

  @Test
  void aMalformedDocumentIsRefused() {
    refused(ErrorCode.INVALID_INPUT, () -> publish("Not a kind", "a", "text"));
    refused(
        ErrorCode.INVALID_INPUT,
        () -> publish("size", "a", "x".repeat(BroadcastDocument.MAX_CONTENT_BYTES + 1)));
  }

  @Test
  void whatIsRolledBackIsNeitherPublishedNorTold() {
    List<String> told = new CopyOnWriteArrayList<>();
    broadcasts.listen(document -> told.add(document.kind()));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                transactions.<RuntimeException>run(
                    tx -> {
                      broadcasts.publish(tx, "rolled-back", "a", "one");
                      throw new IllegalStateException("on purpose");
                    }));
    publish("committed", "a", "one");
    await().until(() -> told.contains("committed"));
    assertThat(told).doesNotContain("rolled-back");
    assertThat(inherited("rolled-back")).isEmpty();
  }

  @Test
  void aListenerHearsOfEveryDocumentOnceAndAgainAfterAFailure() {
    publish("heard", "before", "one");
    List<String> told = new CopyOnWriteArrayList<>();
    AtomicInteger failures = new AtomicInteger(2);
    broadcasts.listen(
        document -> {
          if (document.kind().equals("heard")) {
            if (failures.getAndDecrement() > 0) {
              throw new IllegalStateException("not now");
            }
            told.add(document.key() + document.version());
          }
        });
    publish("heard", "after", "one");
    await().until(() -> told.contains("before1") && told.contains("after1"));
    publish("heard", "after", "two");
    await().until(() -> told.contains("after2"));
    assertThat(told).containsExactlyInAnyOrder("before1", "after1", "after2");
  }

  @Test
  void theNewestVersionsAreListedInPagesWithoutTheirContents() {
    publish("paged", "c", "one");
    publish("paged", "a", "one");
    publish("paged", "b", "one");
    publish("paged", "b", "two");
    transactions.call(tx -> broadcasts.withdraw(tx, "paged", "c"));

    assertThat(page(EnumSet.allOf(Whose.class), 0, 2))
        .extracting(BroadcastHead::key, BroadcastHead::version)
        .containsExactly(tuple("a", 1L), tuple("b", 2L));
    assertThat(page(EnumSet.of(Whose.OWN), 2, 2))
        .extracting(BroadcastHead::key, BroadcastHead::withdrawn)
        .containsExactly(tuple("c", true));
    assertThat(page(EnumSet.of(Whose.ABOVE), 0, 2)).isEmpty();
    long count = transactions.call(tx -> broadcasts.count(tx, EnumSet.allOf(Whose.class), "paged"));
    assertThat(count).isEqualTo(3);
    List<String> kinds = transactions.call(broadcasts::kinds);
    assertThat(kinds).contains("paged").doesNotHaveDuplicates();
  }

  @Test
  void theListIsPagedOverTheInterface() {
    publish("listed", "a", "one");
    publish("listed", "b", "two");
    NodeHttp http = node.http();

    NodeHttp.Answer page = http.get("admin", "/api/broadcasts?kind=listed&of=OWN&page=1&size=1");

    assertThat(page.status()).as(page.toString()).isEqualTo(200);
    assertThat(page.list("items")).extracting(row -> row.get("key")).containsExactly("b");
    assertThat(page.body().get("total")).isEqualTo(2);
    assertThat(page.list("items").get(0)).doesNotContainKey("content");
    assertThat(http.get("admin", "/api/broadcasts?size=0").status()).isEqualTo(400);
    assertThat(http.get("huawu", "/api/broadcasts").status()).isEqualTo(403);
  }

  private static List<BroadcastHead> page(Set<Whose> whose, int offset, int limit) {
    return transactions.call(tx -> broadcasts.page(tx, whose, "paged", offset, limit));
  }

  @Test
  void aDocumentInTheStreamOfAnotherNodeIsSetAside() {
    StreamId stream = new StreamId(OTHER, StreamId.BROADCAST);
    BroadcastDocument forged =
        new BroadcastDocument(SELF, "forged", "a", 1, "one", Instant.EPOCH, false);
    RecordApplier applier = node.bean(RecordApplier.class);
    assertThatExceptionOfType(PoisonRecordException.class)
        .isThrownBy(
            () ->
                transactions.<PoisonRecordException>run(
                    tx ->
                        applier.apply(
                            tx,
                            stream,
                            List.of(
                                new ReceivedRecord(
                                    1, BroadcastWire.write(forged), new byte[0], Instant.EPOCH)))));
    assertThat(inherited("forged")).isEmpty();
  }

  private static BroadcastDocument publish(String kind, String key, String content) {
    return transactions.call(tx -> broadcasts.publish(tx, kind, key, content));
  }

  private static List<BroadcastDocument> inherited(String kind) {
    return transactions.call(tx -> broadcasts.inherited(tx, kind));
  }

  private static void refused(
      ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
