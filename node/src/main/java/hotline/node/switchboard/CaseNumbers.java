package hotline.node.switchboard;

import hotline.node.work.Rules;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers cases: in the order of time, and unlike any that another process gives out. */
@Singleton
final class CaseNumbers {

  private static final int RADIX = 36;
  private static final int SALT = 36 * 36 * 36;

  private final Rules rules;
  private final SecureRandom random = new SecureRandom();

  CaseNumbers(Rules rules) {
    this.rules = rules;
  }

  String next(Instant now) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    String salt = Integer.toString(SALT + random.nextInt(SALT), RADIX).substring(1);
    return rules.self().codeText()
        + "-Z"
        + (Long.toString(micros, RADIX) + salt).toUpperCase(Locale.ROOT);
  }
}
