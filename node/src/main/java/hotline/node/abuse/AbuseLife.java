package hotline.node.abuse;

import static hotline.node.entity.Checks.require;
import static hotline.node.entity.Checks.requireText;

import hotline.node.abuse.AbuseCase.HandOver;
import hotline.node.abuse.AbuseCase.Lifted;
import hotline.node.abuse.AbuseCase.Restriction;
import hotline.node.classification.AbuseGround;
import hotline.node.classification.HandOverBody;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.AbuseRules;
import hotline.node.ticket.Actor;
import hotline.node.ticket.EventType;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done about abuse. Pure. */
public final class AbuseLife {

  private final AbuseRules rules;
  private final Actor actor;
  private final Instant now;

  public AbuseLife(AbuseRules rules, Actor actor, Instant now) {
    this.rules = rules;
    this.actor = actor;
    this.now = now;
  }

  /**
   * Notes what a caller did (ABU-01).
   *
   * @param evidence what happened, how often, how long
   */
  public Step<AbuseCase> note(
      String id,
      NodeRef owner,
      String callerKey,
      AbuseGround ground,
      String evidence,
      @Nullable String call,
      @Nullable TicketId ticket) {
    require(ground.known(), ErrorCode.INVALID_INPUT, "扰乱热线的情形须取自代码表");
    AbuseCase noted =
        new AbuseCase(
            id,
            1,
            owner,
            callerKey,
            ground,
            requireText(evidence, ErrorCode.ABUSE_RULE, "情况说明（事实与证据）"),
            now,
            actor,
            call,
            ticket,
            List.of(),
            List.of());
    return new Step<>(noted, EventType.ABUSE_NOTED, ground.label());
  }

  /**
   * Restricts the caller for a while; whoever noted the case does not also decide it.
   *
   * @param until the policy says how far away at most
   */
  public Step<AbuseCase> restrict(AbuseCase abuse, Instant until, String reason) {
    require(!abuse.notedBy().id().equals(actor.id()), ErrorCode.ABUSE_RULE, "限制措施不能由记录情况的人自己决定");
    abuse
        .inForce(now)
        .ifPresent(
            held -> {
              throw new RefusedException(ErrorCode.ABUSE_RULE, "该来电人已被限制至 " + held.until());
            });
    Duration length = Duration.between(now, until);
    require(
        length.compareTo(Duration.ZERO) > 0 && length.compareTo(rules.longest()) <= 0,
        ErrorCode.ABUSE_RULE,
        "限制期限应在 " + rules.longest().toHours() + " 小时以内，收到的截止时间为 " + until);
    String why = requireText(reason, ErrorCode.ABUSE_RULE, "限制理由");
    return new Step<>(
        abuse.with(new Restriction(now, until, why, actor, null)),
        EventType.CALLER_RESTRICTED,
        "至 " + until + "：" + why);
  }

  /** As above, by its length: it counts from the moment of the decision. */
  public Step<AbuseCase> restrictFor(AbuseCase abuse, Duration length, String reason) {
    return restrict(abuse, now.plus(length), reason);
  }

  /** Ends the restriction before its time. */
  public Step<AbuseCase> lift(AbuseCase abuse, String reason) {
    Restriction held =
        abuse
            .inForce(now)
            .orElseThrow(() -> new RefusedException(ErrorCode.STATE_FORBIDS, "该来电人目前没有被限制"));
    String why = requireText(reason, ErrorCode.ABUSE_RULE, "解除理由");
    return new Step<>(
        abuse.lifted(held, new Lifted(now, actor, why)), EventType.RESTRICTION_LIFTED, why);
  }

  /** Hands the matter over to the police or to justice (ABU-02). */
  public Step<AbuseCase> handOver(
      AbuseCase abuse,
      HandOverBody body,
      String receiver,
      String reason,
      @Nullable String reference) {
    require(body.known(), ErrorCode.INVALID_INPUT, "移交对象须为公安机关或司法机关");
    String to = requireText(receiver, ErrorCode.ABUSE_RULE, "接收单位");
    String why = requireText(reason, ErrorCode.ABUSE_RULE, "移交理由");
    return new Step<>(
        abuse.with(new HandOver(body, to, why, now, actor, reference)),
        EventType.ABUSE_HANDED_OVER,
        body.label() + " " + to + "：" + why);
  }
}
