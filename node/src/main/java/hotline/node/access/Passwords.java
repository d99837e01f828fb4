package hotline.node.access;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Hashes and checks passwords (bcrypt). */
@Singleton
final class Passwords {

  private static final int COST = 10;
  private static final int SALT_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return OpenBSDBCrypt.generate(password.toCharArray(), salt, COST);
  }

  boolean matches(String password, String hash) {
    return OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
  }
}
