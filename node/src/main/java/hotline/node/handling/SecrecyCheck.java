package hotline.node.handling;

import hotline.node.access.SignedInUser;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of what citizens are told (SEC-04): a text that looks like one goes on only
 * when somebody says that he has checked it, and who said so stays on the record.
 */
@Singleton
final class SecrecyCheck {

  private final Rules rules;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  SecrecyCheck(Rules rules, AuditStore audit, Transactions transactions, Clock clock) {
    this.rules = rules;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param subject id of the ticket or assignment
   * @throws RefusedException when the text has not been checked and needs to be
   */
  void require(SignedInUser user, String subject, String text, @Nullable Boolean checked) {
    List<String> found =
        rules.policy().notice().secrecyWords().stream().filter(text::contains).toList();
    if (found.isEmpty()) {
      return;
    }
    if (!Boolean.TRUE.equals(checked)) {
      throw new RefusedException(
          ErrorCode.SECRECY_RULE,
          "答复中出现“" + String.join("”“", found) + "”，请确认不含涉密事项（secrecyChecked）后再提交，或修改答复");
    }
    transactions.run(
        tx ->
            audit.append(
                tx,
                clock.instant(),
                user.username(),
                "SECRECY_CHECKED",
                subject.length() <= 64 ? subject : subject.substring(0, 64),
                String.join(" ", found)));
  }
}
