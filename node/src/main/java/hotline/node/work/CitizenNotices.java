package hotline.node.work;

import hotline.node.policy.NoticeRules;
import hotline.node.store.NoticeStore;
import hotline.node.ticket.Effect;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;

/** Puts into words what a citizen is told, where the policy has him told and he can be reached. */
public final class CitizenNotices {

  /** Where the address of the rating page comes, once it is sent. */
  public static final String LINK = "{评价链接}";

  private static final int MAX_TITLE = 40;
  private static final int MAX_TEXT = 600;

  private CitizenNotices() {}

  /**
   * @param number tells the messages of one decision apart
   */
  static Optional<NoticeStore.Draft> draft(
      Effect.NotifyRequester notify, Ticket ticket, NoticeRules rules, Instant at, int number) {
    if (!rules.send().contains(notify.kind()) || !ticket.requester().reachable()) {
      return Optional.empty();
    }
    String about = rules.signature() + "您反映的“" + cut(ticket.appeal().title(), MAX_TITLE) + "”";
    String text = cut(notify.text(), MAX_TEXT);
    String message =
        switch (notify.kind()) {
          case ACCEPTED, PROGRESS, UNKNOWN -> about + text + "。";
          case REFUSED -> about + "不予受理：" + text;
          case ANSWERED -> about + "办理结果：" + text + asked(ticket);
          case EXPLAINED -> about + "答复说明：" + text;
        };
    String key = ticket.id() + "/" + ticket.version() + "/" + notify.kind() + "/" + number;
    return Optional.of(new NoticeStore.Draft(key, ticket.id(), notify.kind(), message, at));
  }

  private static String asked(Ticket ticket) {
    return ticket.state() == TicketState.AWAITING_FOLLOW_UP ? " 请评价：" + LINK : "";
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
