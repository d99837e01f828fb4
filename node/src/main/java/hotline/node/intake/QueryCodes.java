package hotline.node.intake;

import java.security.SecureRandom;

/** Makes the codes that citizens ask by (INT-19): short to say, impossible to guess. */
final class QueryCodes {

  /** Without letters and digits that are mistaken for each other. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 12;

  private final SecureRandom random = new SecureRandom();

  String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
