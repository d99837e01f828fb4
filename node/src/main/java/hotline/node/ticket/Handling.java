package hotline.node.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of one dispatch. Both ends keep one: the assignee's says what it did and was told, the
 * holder's what was reported to it and what it decided. Neither writes the other's.
 */
public record Handling(
    @Nullable SignFor signFor,
    List<Contact> contacts,
    @Nullable ReturnRequest returnRequest,
    List<Extension> extensions,
    List<Reply> replies,
    List<Urge> urges) {

  static final Handling NONE = new Handling(null, List.of(), null, List.of(), List.of(), List.of());

  public Handling {
    contacts = List.copyOf(contacts);
    extensions = List.copyOf(extensions);
    replies = List.copyOf(replies);
    urges = List.copyOf(urges);
  }

  public Optional<Reply> lastReply() {
    return last(replies);
  }

  /** The extension request that waits for a verdict, if any. */
  public Optional<Extension> pendingExtension() {
    return last(extensions).filter(extension -> extension.verdict() == null);
  }

  /** When the first sign of handling was given, which is what SLA-06 and Q-09 ask for. */
  public Optional<Instant> firstFeedbackAt() {
    return Stream.concat(contacts.stream().map(Contact::at), replies.stream().map(Reply::at))
        .min(Instant::compareTo);
  }

  Handling signedFor(SignFor signFor) {
    return new Handling(signFor, contacts, returnRequest, extensions, replies, urges);
  }

  /** A redo has to be signed for again. */
  Handling forNextRound() {
    return new Handling(null, contacts, null, extensions, replies, urges);
  }

  Handling with(Contact contact) {
    return new Handling(
        signFor, append(contacts, contact), returnRequest, extensions, replies, urges);
  }

  Handling with(ReturnRequest request) {
    return new Handling(signFor, contacts, request, extensions, replies, urges);
  }

  Handling with(Extension extension) {
    return new Handling(
        signFor, contacts, returnRequest, append(extensions, extension), replies, urges);
  }

  Handling with(Reply reply) {
    return new Handling(
        signFor, contacts, returnRequest, extensions, append(replies, reply), urges);
  }

  Handling with(Urge urge) {
    return new Handling(signFor, contacts, returnRequest, extensions, replies, append(urges, urge));
  }

  Handling returnDecided(Verdict verdict) {
    return returnRequest == null ? this : with(returnRequest.decided(verdict));
  }

  Handling extensionDecided(Verdict verdict) {
    return new Handling(
        signFor,
        contacts,
        returnRequest,
        replaceLast(extensions, extension -> extension.decided(verdict)),
        replies,
        urges);
  }

  Handling replyReviewed(Verdict verdict) {
    return new Handling(
        signFor,
        contacts,
        returnRequest,
        extensions,
        replaceLast(replies, reply -> reply.reviewed(verdict)),
        urges);
  }

  private static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  private static <T> List<T> append(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  private static <T> List<T> replaceLast(List<T> list, UnaryOperator<T> change) {
    if (list.isEmpty()) {
      return list;
    }
    List<T> changed = new ArrayList<>(list);
    changed.set(list.size() - 1, change.apply(list.get(list.size() - 1)));
    return changed;
  }
}
