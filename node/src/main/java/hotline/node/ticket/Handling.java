package hotline.node.ticket;

import hotline.node.classification.ContactResult;
import hotline.node.classification.RequestKind;
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
 *
 * @param plan how what cannot be solved soon is gone about, null where there is none (RVS-18)
 */
public record Handling(
    @Nullable SignFor signFor,
    List<Contact> contacts,
    @Nullable ReturnRequest returnRequest,
    List<Request> requests,
    List<Reply> replies,
    List<Urge> urges,
    @Nullable Plan plan) {

  static final Handling NONE =
      new Handling(null, List.of(), null, List.of(), List.of(), List.of(), null);

  public Handling {
    contacts = List.copyOf(contacts);
    requests = List.copyOf(requests);
    replies = List.copyOf(replies);
    urges = List.copyOf(urges);
  }

  public Optional<Reply> lastReply() {
    return last(replies);
  }

  /** All that was asked for of one kind, in order. */
  public List<Request> requests(RequestKind kind) {
    return requests.stream().filter(request -> request.kind() == kind).toList();
  }

  /** The request of this number. */
  public Optional<Request> request(int number) {
    return requests.stream().filter(request -> request.number() == number).findFirst();
  }

  /** The undecided request of a kind in a round, if any. */
  public Optional<Request> pendingRequest(RequestKind kind, int round) {
    return requests.stream()
        .filter(
            request ->
                request.kind() == kind && request.round() == round && request.verdict() == null)
        .findFirst();
  }

  /** Whether it is left out of the assessment (LIF-11). */
  public boolean excluded() {
    return requests(RequestKind.EXCLUSION).stream().anyMatch(Request::granted);
  }

  /** Whether it has been put off until a day that was agreed (LIF-10). */
  public boolean onAccount() {
    return requests(RequestKind.ON_ACCOUNT).stream().anyMatch(Request::granted);
  }

  /** Contacts at a moment or later. */
  Stream<Contact> contactsSince(Instant from) {
    return contacts.stream().filter(contact -> !contact.at().isBefore(from));
  }

  /** When the citizen was reached for the first time, at a moment or later (LIF-01, LIF-03). */
  public Optional<Instant> reachedSince(Instant from) {
    return contactsSince(from)
        .filter(contact -> contact.result() != ContactResult.UNREACHED)
        .map(Contact::at)
        .min(Instant::compareTo);
  }

  /** When the first sign of handling was given, which is what SLA-06 and Q-09 ask for. */
  public Optional<Instant> firstFeedbackAt() {
    return feedbackSince(Instant.MIN);
  }

  /** Likewise at a moment or later; whoever was not reached has been told nothing. */
  Optional<Instant> feedbackSince(Instant from) {
    return Stream.concat(
            contactsSince(from)
                .filter(contact -> contact.result() != ContactResult.UNREACHED)
                .map(Contact::at),
            replies.stream().map(Reply::at).filter(at -> !at.isBefore(from)))
        .min(Instant::compareTo);
  }

  Handling signedFor(SignFor signFor) {
    return new Handling(signFor, contacts, returnRequest, requests, replies, urges, plan);
  }

  /** A redo has to be signed for again, and planned anew. */
  Handling forNextRound() {
    return new Handling(null, contacts, null, requests, replies, urges, null);
  }

  Handling with(Contact contact) {
    return new Handling(
        signFor, append(contacts, contact), returnRequest, requests, replies, urges, plan);
  }

  Handling with(ReturnRequest request) {
    return new Handling(signFor, contacts, request, requests, replies, urges, plan);
  }

  Handling with(Request request) {
    return new Handling(
        signFor, contacts, returnRequest, append(requests, request), replies, urges, plan);
  }

  Handling with(Reply reply) {
    return new Handling(
        signFor, contacts, returnRequest, requests, append(replies, reply), urges, plan);
  }

  Handling with(Urge urge) {
    return new Handling(
        signFor, contacts, returnRequest, requests, replies, append(urges, urge), plan);
  }

  Handling with(Plan plan) {
    return new Handling(signFor, contacts, returnRequest, requests, replies, urges, plan);
  }

  Handling stepDone(int number, Plan.Done done) {
    return plan == null ? this : with(plan.done(number, done));
  }

  Handling returnDecided(Verdict verdict) {
    return returnRequest == null ? this : with(returnRequest.decided(verdict));
  }

  /** A signature at a request; what is granted with it takes effect. */
  Handling signed(int number, Signature signature, @Nullable Verdict verdict) {
    Handling signed =
        new Handling(
            signFor,
            contacts,
            returnRequest,
            requests.stream()
                .map(r -> r.number() == number ? r.signed(signature, verdict) : r)
                .toList(),
            replies,
            urges,
            plan);
    return signed
        .request(number)
        .filter(request -> request.granted() && request.kind() == RequestKind.STOP_HANDLING)
        .map(request -> signed.with(Reply.ofStopped(request)))
        .orElse(signed);
  }

  Handling replyReviewed(Verdict verdict) {
    return new Handling(
        signFor,
        contacts,
        returnRequest,
        requests,
        replaceLast(replies, reply -> reply.reviewed(verdict)),
        urges,
        plan);
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
