package hotline.node.submission;

import hotline.node.attachment.Sha256;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.SubmissionStore;
import hotline.node.store.SubmissionStore.Submission;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries out once what a person sends. When the answer is lost on its way, nobody can tell whether
 * it was carried out, and it is sent again: under the key that the browser gave it the first time,
 * so that it makes no second ticket. For what creates something; a change of something that exists
 * is guarded by its version.
 */
@Singleton
public final class Submissions {

  /** The header with the key. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z-]{16,64}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final Transactions transactions;
  private final SubmissionStore store;
  private final ObjectMapper mapper;
  private final Clock clock;

  Submissions(Transactions transactions, SubmissionStore store, ObjectMapper mapper, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * What was sent, and by whom.
   *
   * @param what is to be made of it, and of what: the same words for something else are not the
   *     same
   */
  public record Sent(String username, @Nullable String key, String what, Object body) {}

  /** What is to be done, in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    Made<T> in(Tx tx);
  }

  /**
   * What was made.
   *
   * @param id by which it is found when the same is sent again
   */
  public record Made<T>(String id, T answer) {}

  /**
   * Does the work, unless the same was sent before. Without a key it is always done.
   *
   * @param work prepares it, outside of any transaction
   * @param again the answer when it was done before, by the id of what was made then
   * @throws RefusedException when the key is malformed, or was used for something else
   */
  public <T> T carryOut(Sent sent, Supplier<Work<T>> work, BiFunction<Tx, String, T> again) {
    String key = sent.key();
    if (key == null) {
      Work<T> prepared = work.get();
      return transactions.call(tx -> prepared.in(tx).answer());
    }
    if (!KEY.matcher(key).matches()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, HEADER + " 应为 16 至 64 个字母、数字或连字符，收到“" + key + "”");
    }
    byte[] hash = hash(sent);
    Optional<T> before =
        transactions.call(
            tx ->
                store
                    .find(tx, sent.username(), key)
                    .map(found -> again.apply(tx, madeBy(found, hash))));
    return before.orElseGet(() -> first(sent.username(), key, hash, work.get(), again));
  }

  private <T> T first(
      String username, String key, byte[] hash, Work<T> work, BiFunction<Tx, String, T> again) {
    Instant now = clock.instant();
    return transactions.call(
        tx -> {
          Submission submission = store.lock(tx, username, key, hash, now);
          if (submission.made() != null) {
            return again.apply(tx, madeBy(submission, hash));
          }
          Made<T> made = work.in(tx);
          store.complete(tx, username, key, made.id());
          return made.answer();
        });
  }

  private static String madeBy(Submission before, byte[] hash) {
    String made = before.made();
    if (made == null) {
      throw new IllegalStateException("a submission without what came of it was committed");
    }
    if (!Arrays.equals(before.hash(), hash)) {
      throw new RefusedException(
          ErrorCode.ALREADY_EXISTS,
          "这一件已在 "
              + TIME.format(Times.local(before.sentAt()))
              + " 提交成功（"
              + made
              + "），此后修改的内容没有记入；请到该件中补充");
    }
    return made;
  }

  private byte[] hash(Sent sent) {
    MessageDigest digest = Sha256.digest();
    digest.update((sent.what() + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      return digest.digest(mapper.writeValueAsBytes(sent.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
