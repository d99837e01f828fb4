package hotline.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords in files that only their owner may read. */
public final class Secrets {
  private static final int BYTES = 24;

  private Secrets() {}

  /**
   * Returns the password in the file; makes one (32 letters, digits, - and _) when there is none.
   */
  public static String readOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }
}
