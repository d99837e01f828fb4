package hotline.node.attaching;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.Samples;
import hotline.node.attachment.Attachment;
import hotline.node.blob.BlobStore;
import hotline.node.blob.Staged;
import hotline.node.blob.StagingArea;
import hotline.node.classification.AttachmentAbout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that nothing refers to. */
class OrphansIT {

  private static final MovableClock CLOCK = new MovableClock();

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, CLOCK);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void areSweptAfterADayAndWhatBelongsToATicketStays() throws Exception {
    Blobs blobs = node.bean(Blobs.class);
    BlobStore store = node.bean(BlobStore.class);
    Attachment kept = attach("%PDF-1.7 属于工单");
    Staged orphan = orphan("%PDF-1.7 没有归属");
    assertThat(store.has(orphan.hash())).isTrue();

    blobs.run();
    assertThat(store.has(orphan.hash())).as("an upload may still be under way").isTrue();

    CLOCK.putForward(Duration.ofHours(25));
    Staged again = orphan("%PDF-1.7 又来一次");
    blobs.run();
    assertThat(store.has(orphan.hash())).isFalse();
    assertThat(store.has(again.hash())).isTrue();
    assertThat(store.has(kept.hash())).isTrue();
    assertThat(attach("%PDF-1.7 没有归属").hash()).isEqualTo(orphan.hash());
    assertThat(store.has(orphan.hash())).as("brought anew").isTrue();
  }

  private static Attachment attach(String text) throws IOException {
    return node.bean(Attaching.class)
        .bring(
            new NewFile(
                Samples.dispatched(node).ticket(),
                AttachmentAbout.APPEAL,
                null,
                "说明.pdf",
                Samples.CALL_TAKER,
                5),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Staged orphan(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Staged staged =
        node.bean(StagingArea.class).receive(bytes.length, out -> out.write(bytes))) {
      node.bean(Blobs.class).keep(staged);
      return staged;
    }
  }
}
