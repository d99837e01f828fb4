package hotline.node.knowledge;

import hotline.node.classification.KnowledgeState;
import hotline.node.classification.Openness;
import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.KnowledgeStore.Knowledge;
import hotline.node.store.KnowledgeStore.KnowledgeVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an entry. Pure. What is published stays until another version is published or it is
 * withdrawn, whatever is drafted meanwhile.
 */
final class KnowledgeLife {

  /** What may be a mobile phone or identity card number. */
  private static final Pattern PERSONAL =
      Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[0-9Xx])(?!\\d)");

  private final String user;
  private final Instant now;
  private final LocalDate today;

  KnowledgeLife(String user, Instant now, LocalDate today) {
    this.user = user;
    this.now = now;
    this.today = today;
  }

  /** Reports a question with its answer, for a reviewer to look at. */
  KnowledgeVersion propose(Knowledge knowledge, String note) {
    check(knowledge);
    return new KnowledgeVersion(0, 1, KnowledgeState.DRAFT, knowledge, null, note, now, user);
  }

  /** Reports another version; what is published stays meanwhile. */
  KnowledgeVersion revise(KnowledgeVersion before, Knowledge knowledge, String note) {
    check(knowledge);
    return next(before, KnowledgeState.DRAFT, knowledge, before.published(), note);
  }

  /** Lets people find what was reported. */
  KnowledgeVersion publish(KnowledgeVersion before, String note) {
    requireDraft(before, "发布");
    check(before.knowledge());
    LocalDate until = before.knowledge().validUntil();
    Checks.require(
        until == null || !until.isBefore(today),
        ErrorCode.STATE_FORBIDS,
        "下架日期 " + until + " 已过，发布后也查不到，请先修改");
    return next(before, KnowledgeState.PUBLISHED, before.knowledge(), before.version() + 1, note);
  }

  /** Sends a draft back to whoever reported it, saying why. */
  KnowledgeVersion sendBack(KnowledgeVersion before, String note) {
    requireDraft(before, "退回");
    return next(before, KnowledgeState.RETURNED, before.knowledge(), before.published(), note);
  }

  /** Takes away what people find, and what was drafted. */
  KnowledgeVersion withdraw(KnowledgeVersion before, String note) {
    Checks.require(before.state() != KnowledgeState.WITHDRAWN, ErrorCode.STATE_FORBIDS, "该条目已经下架");
    return next(before, KnowledgeState.WITHDRAWN, before.knowledge(), null, note);
  }

  private KnowledgeVersion next(
      KnowledgeVersion before,
      KnowledgeState state,
      Knowledge knowledge,
      @Nullable Integer published,
      String note) {
    return new KnowledgeVersion(
        before.entry(), before.version() + 1, state, knowledge, published, note, now, user);
  }

  private static void requireDraft(KnowledgeVersion before, String what) {
    Checks.require(
        before.state() == KnowledgeState.DRAFT,
        ErrorCode.STATE_FORBIDS,
        "该条目“" + before.state().label() + "”，只有“待审核”的才能" + what);
  }

  private static void check(Knowledge knowledge) {
    LocalDate until = knowledge.validUntil();
    Checks.require(
        until == null || !until.isBefore(knowledge.validFrom()),
        ErrorCode.INVALID_INPUT,
        "下架日期 " + until + " 不能早于生效日期 " + knowledge.validFrom());
    Checks.require(
        knowledge.openness().known(), ErrorCode.INVALID_INPUT, "公开属性应为 PUBLIC（公开）或 INTERNAL（内部）");
    if (knowledge.openness() == Openness.PUBLIC
        && PERSONAL.matcher(knowledge.question() + "\n" + knowledge.answer()).find()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "公开的条目中有疑似手机号码或身份证号码，请删去或改为“内部”；办公电话请带区号写，如 0934-8212345");
    }
  }
}
