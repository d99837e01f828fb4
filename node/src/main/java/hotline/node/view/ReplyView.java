package hotline.node.view;

import hotline.node.ticket.Reply;
import hotline.node.ticket.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A reply and what the reviewer said of it. */
@Serdeable
public record ReplyView(
    @FreeText String content,
    OffsetDateTime at,
    String by,
    boolean resolved,
    boolean contactedRequester,
    int round,
    @Nullable Review review) {

  static ReplyView of(Reply reply) {
    return new ReplyView(
        reply.content(),
        Times.local(reply.at()),
        reply.by().id(),
        reply.resolved(),
        reply.contactedRequester(),
        reply.round(),
        Review.of(reply.review()));
  }

  /** The reviewer's word. */
  @Serdeable
  public record Review(
      boolean accepted, @FreeText @Nullable String opinion, OffsetDateTime at, String by) {

    static @Nullable Review of(@Nullable Verdict verdict) {
      return verdict == null
          ? null
          : new Review(
              verdict.approved(), verdict.opinion(), Times.local(verdict.at()), verdict.by().id());
    }
  }
}
