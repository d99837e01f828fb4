package hotline.node.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.wire.BroadcastWire;
import hotline.sync.NodeCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BroadcastDocumentTest {

  private static final NodeCode CITY = NodeCode.of("621000");
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00.123456Z");

  @Test
  void aDocumentIsTheSameOnTheOtherSideOfTheWire() {
    BroadcastDocument document =
        new BroadcastDocument(CITY, "policy", "qingyang", 3, "时限：五个工作日", NOW, false);
    assertThat(BroadcastWire.read(BroadcastWire.write(document))).isEqualTo(document);
  }

  @Test
  void whatIsTooLongIsRefusedWithBothSizes() {
    String tooLong = "字".repeat(BroadcastDocument.MAX_CONTENT_BYTES / 3 + 1);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> document("policy", "a", tooLong, false))
        .withMessageContaining("524288")
        .withMessageContaining("524289");
  }

  @Test
  void aMalformedKindOrKeyIsRefused() {
    for (String kind : new String[] {"", "Policy", "a kind", "-a", "averyveryverylongkind"}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> document(kind, "a", "text", false))
          .withMessageContaining(kind);
    }
    for (String key : new String[] {"", "a/b", "键", "k".repeat(41)}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> document("policy", key, "text", false))
          .withMessageContaining(key);
    }
  }

  @Test
  void onlyAWithdrawnDocumentHasNoContent() {
    assertThat(document("policy", "a", "", true).withdrawn()).isTrue();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> document("policy", "a", " ", false));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> document("policy", "a", "text", true));
  }

  private static BroadcastDocument document(
      String kind, String key, String content, boolean withdrawn) {
    return new BroadcastDocument(CITY, kind, key, 1, content, NOW, withdrawn);
  }
}
