package hotline.node.exchange;

import hotline.node.access.ApiClient;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.line.Line;
import hotline.node.store.ExchangeStore;
import hotline.node.store.ExchangeStore.ExchangeTicket;
import hotline.node.store.ExchangeStore.Message;
import hotline.node.store.ExchangeStore.MessageState;
import hotline.sync.Tx;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a department's system pushes: each of its tickets in the order of its sequences,
 * each sequence once. One transaction for each push; pushes of the same ticket wait for each other.
 */
@Singleton
final class Exchange {

  private final ExchangeStore store;
  private final DepartmentTickets tickets;
  private final ObjectMapper mapper;
  private final Clock clock;

  Exchange(ExchangeStore store, DepartmentTickets tickets, ObjectMapper mapper, Clock clock) {
    this.store = store;
    this.tickets = tickets;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Takes a push.
   *
   * @throws RefusedException when it cannot be carried out, or says something else than the same
   *     sequence said before: then it leaves no trace, and may come again corrected
   */
  Receipt take(Tx tx, ApiClient client, Line line, Push push) {
    String number = line.number().value();
    ExchangeTicket ticket = store.lock(tx, number, push.number());
    String body = write(push);
    byte[] hash = hash(body);
    Optional<Message> before = store.message(tx, number, push.number(), push.sequence());
    if (before.isPresent() && before.get().state() != MessageState.REFUSED) {
      return again(ticket, before.get(), hash);
    }
    if (push.sequence() > ticket.applied() + 1) {
      store.put(tx, number, message(push, MessageState.WAITING, hash, body, null));
      return receipt(ticket, push.sequence(), Receipt.Status.WAITING);
    }
    ExchangeTicket after = apply(tx, client, line, ticket, push, hash);
    after = applyWaiting(tx, client, line, after);
    store.save(tx, after);
    return receipt(after, push.sequence(), Receipt.Status.APPLIED);
  }

  private static Receipt again(ExchangeTicket ticket, Message before, byte[] hash) {
    if (!Arrays.equals(before.hash(), hash)) {
      throw new RefusedException(
          ErrorCode.EXCHANGE_RULE,
          ticket.number() + " 的序号 " + before.sequence() + " 已用于不同的内容，序号不能重复使用");
    }
    return receipt(
        ticket,
        before.sequence(),
        before.state() == MessageState.APPLIED ? Receipt.Status.REPEATED : Receipt.Status.WAITING);
  }

  private ExchangeTicket apply(
      Tx tx, ApiClient client, Line line, ExchangeTicket ticket, Push push, byte[] hash) {
    ExchangeTicket after =
        new ExchangeTicket(
            ticket.line(),
            ticket.number(),
            tickets.carryOut(tx, client.actor(), line, ticket.ticket(), push),
            push.sequence());
    store.put(tx, ticket.line(), message(push, MessageState.APPLIED, hash, null, null));
    return after;
  }

  /** Carries out what has waited for its turn, as far as it goes. */
  private ExchangeTicket applyWaiting(Tx tx, ApiClient client, Line line, ExchangeTicket ticket) {
    ExchangeTicket current = ticket;
    while (true) {
      Optional<Message> next =
          store
              .message(tx, current.line(), current.number(), current.applied() + 1)
              .filter(message -> message.state() == MessageState.WAITING);
      if (next.isEmpty()) {
        return current;
      }
      Message message = next.get();
      Push push = read(message.body());
      try {
        current = apply(tx, client, line, current, push, message.hash());
      } catch (RefusedException e) {
        // a refused decision has written nothing; it is shown until it comes again corrected
        store.put(
            tx,
            current.line(),
            message(push, MessageState.REFUSED, message.hash(), null, e.getMessage()));
        return current;
      }
    }
  }

  private Message message(
      Push push, MessageState state, byte[] hash, @Nullable String body, @Nullable String problem) {
    return new Message(
        push.number(),
        push.sequence(),
        push.kind().name(),
        state,
        hash,
        body,
        problem == null || problem.length() <= 500 ? problem : problem.substring(0, 500),
        clock.instant());
  }

  private static Receipt receipt(ExchangeTicket ticket, int sequence, Receipt.Status status) {
    return new Receipt(
        ticket.number(),
        sequence,
        status,
        ticket.ticket() == null ? null : ticket.ticket().toString(),
        ticket.applied(),
        status == Receipt.Status.WAITING ? ticket.applied() + 1 : null);
  }

  private String write(Push push) {
    try {
      return mapper.writeValueAsString(push);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Push read(@Nullable String body) {
    if (body == null) {
      throw new IllegalStateException("a message that waits has lost its body");
    }
    try {
      Push push = mapper.readValue(body, Push.class);
      if (push == null) {
        throw new IllegalStateException("a message that waits has an empty body");
      }
      return push;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hash(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
