package hotline.node.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/** Secrets that a node makes for itself and keeps in its data folder, readable by its user only. */
public final class SecretFile {

  private static final int BYTES = 48;

  private SecretFile() {}

  /** The secret of this name in base 64; made when there is none yet. */
  public static String loadOrCreate(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      byte[] secret = new byte[BYTES];
      new SecureRandom().nextBytes(secret);
      create(file, Base64.getEncoder().encode(secret));
    }
    return Files.readString(file).strip();
  }

  private static void create(Path file, byte[] content) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      channel.write(ByteBuffer.wrap(content));
    } catch (FileAlreadyExistsException raced) {
      // another process of this node was first; its secret holds
    }
  }
}
