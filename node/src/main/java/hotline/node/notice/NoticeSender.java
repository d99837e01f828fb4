package hotline.node.notice;

import hotline.node.classification.NoticeKind;
import hotline.node.error.RefusedException;
import hotline.node.followup.RatingLinks;
import hotline.node.notice.SmsGateway.GatewayException;
import hotline.node.notice.SmsGateway.Sms;
import hotline.node.store.NoticeStore;
import hotline.node.store.NoticeStore.Notice;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand.NoteAnswerSent;
import hotline.node.ticket.TicketId;
import hotline.node.work.Chore;
import hotline.node.work.CitizenNotices;
import hotline.node.work.Rules;
import hotline.node.work.TicketWork;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, at least once: a process that ends between the gateway's word and
 * its own note sends the message again, under the same id. An answer that has been sent counts as
 * handled (RVS-02).
 */
@Singleton
public final class NoticeSender implements Chore {

  private static final Logger log = LoggerFactory.getLogger(NoticeSender.class);

  private static final int BATCH = 50;
  private static final Duration ALONE = Duration.ofMinutes(2);

  /** The pause after each failure; after the last it is for a person. */
  private static final List<Duration> AGAIN =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  private final Transactions transactions;
  private final NoticeStore notices;
  private final TicketStore tickets;
  private final TicketWork work;
  private final SmsGateway gateway;
  private final RatingLinks links;
  private final Rules rules;
  private final Clock clock;

  NoticeSender(
      Transactions transactions,
      NoticeStore notices,
      TicketStore tickets,
      TicketWork work,
      SmsGateway gateway,
      RatingLinks links,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.notices = notices;
    this.tickets = tickets;
    this.work = work;
    this.gateway = gateway;
    this.links = links;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "send-notices";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    List<Notice> claimed;
    do {
      Instant now = clock.instant();
      claimed = transactions.call(tx -> notices.claim(tx, now, now.plus(ALONE), BATCH));
      send(claimed);
    } while (claimed.size() == BATCH);
  }

  private void send(List<Notice> claimed) {
    Map<TicketId, Ticket> about =
        transactions.call(
            tx -> tickets.findAll(tx, claimed.stream().map(Notice::ticket).distinct().toList()));
    Map<Notice, String> taken = new LinkedHashMap<>();
    for (Notice notice : claimed) {
      send(notice, about.get(notice.ticket())).ifPresent(reference -> taken.put(notice, reference));
    }
    Instant now = clock.instant();
    transactions.run(
        tx ->
            taken.forEach(
                (notice, reference) -> {
                  if (!isOwnAnswer(notice)) {
                    notices.sent(tx, notice.id(), now, reference);
                  }
                }));
    taken.forEach(
        (notice, reference) -> {
          if (isOwnAnswer(notice)) {
            transactions.run(tx -> answerSent(tx, notice, now, reference));
          }
        });
  }

  /** What the gateway knows it by; empty when it was not taken. */
  private Optional<String> send(Notice notice, @Nullable Ticket ticket) {
    String phone = ticket == null ? null : ticket.requester().personal().phone();
    if (ticket == null || phone == null || phone.isBlank()) {
      fail(notice, "诉求人没有留下可发送短信的号码", null);
      return Optional.empty();
    }
    String text = notice.text().replace(CitizenNotices.LINK, links.address(ticket));
    try {
      return Optional.of(gateway.send(new Sms(Long.toString(notice.id()), phone, text)));
    } catch (GatewayException e) {
      // as it was before this attempt was counted
      int failures = notice.attempts();
      fail(
          notice,
          String.valueOf(e.getMessage()),
          failures < AGAIN.size() ? clock.instant().plus(AGAIN.get(failures)) : null);
      return Optional.empty();
    }
  }

  /** The message and the ticket know it together, or neither does and it is sent again. */
  private void answerSent(Tx tx, Notice notice, Instant at, String reference) {
    notices.sent(tx, notice.id(), at, reference);
    try {
      work.carryOut(tx, unit -> unit.decide(notice.ticket(), new NoteAnswerSent()));
    } catch (RefusedException e) {
      log.info("answer of {} sent, not noted: {}", notice.ticket(), e.code());
    }
  }

  private boolean isOwnAnswer(Notice notice) {
    return notice.kind() == NoticeKind.ANSWERED
        && notice.ticket().issuer().equals(rules.self().code());
  }

  private void fail(Notice notice, String problem, @Nullable Instant again) {
    log.warn("notice {} of {} not sent: {}", notice.id(), notice.ticket(), problem);
    transactions.run(tx -> notices.failed(tx, notice.id(), problem, again));
  }
}
