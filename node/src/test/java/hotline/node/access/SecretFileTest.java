package hotline.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

  @Test
  void aSecretIsMadeOnceAndReadableByItsOwnerOnly(@TempDir Path folder) throws IOException {
    String first = SecretFile.loadOrCreate(folder, "secret");
    String second = SecretFile.loadOrCreate(folder, "secret");

    assertThat(second).isEqualTo(first).hasSizeGreaterThan(40);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
        .isEqualTo("rw-------");
  }

  @Test
  void twoNodesHaveDifferentSecrets(@TempDir Path folder) throws IOException {
    assertThat(SecretFile.loadOrCreate(folder.resolve("a"), "secret"))
        .isNotEqualTo(SecretFile.loadOrCreate(folder.resolve("b"), "secret"));
  }
}
