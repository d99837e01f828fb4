package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

  @Test
  void aManifestIsReadAsItWasWritten() throws MalformedBatchException {
    Manifest manifest =
        Manifest.of(
            1_000, 1_300, List.of(entity(1_000, "a", 1), entity(1_299, "工单", Long.MAX_VALUE)));

    Manifest read = Manifest.decode(1_000, 1_300, manifest.encode());

    assertThat(read).usingRecursiveComparison().isEqualTo(manifest);
  }

  @Test
  void ofAnEntityOnlyTheLastImageCounts() {
    Manifest manifest =
        Manifest.of(1, 9, List.of(entity(1, "a", 1), entity(2, "b", 1), entity(3, "a", 2)));

    assertThat(manifest.entities())
        .extracting(AppliedEntity::key, AppliedEntity::version)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", 1L),
            org.assertj.core.groups.Tuple.tuple("a", 2L));
  }

  @Test
  void bytesThatAreNoManifestAreRefused() {
    byte[] whole = Manifest.of(1, 9, List.of(entity(5, "a", 1))).encode();
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

    assertThatExceptionOfType(MalformedBatchException.class)
        .isThrownBy(() -> Manifest.decode(1, 9, cut));
    assertThatExceptionOfType(MalformedBatchException.class)
        .isThrownBy(() -> Manifest.decode(1, 3, whole));
  }

  @Test
  void textsThatRunIntoEachOtherHaveDifferentDigests() {
    assertThat(ImageDigest.of("ab", "c")).isNotEqualTo(ImageDigest.of("a", "bc"));
    assertThat(ImageDigest.of("a", null)).isNotEqualTo(ImageDigest.of("a", ""));
  }

  private static AppliedEntity entity(long position, String key, long version) {
    return new AppliedEntity(position, key, version, ImageDigest.of(key, "" + version));
  }
}
