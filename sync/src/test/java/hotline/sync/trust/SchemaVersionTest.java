package hotline.sync.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import hotline.v1.Attachment;
import hotline.v1.BatchHeader;
import hotline.v1.BroadcastDocument;
import hotline.v1.CommandEnvelope;
import hotline.v1.InstructionCommand;
import hotline.v1.MergeMode;
import hotline.v1.Record;
import hotline.v1.SchemaVersion;
import hotline.v1.Ticket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nodes judge by the number of the schema whether they understand each other: it must be true. */
class SchemaVersionTest {

  /** Of version 2. Both change together. */
  private static final String FINGERPRINT =
      "819f42f5fa4fad0d2edfcfb6eb43c17b9ec46f7f8c274ff54f056bc911e4e905";

  private static final List<FileDescriptor> FILES =
      List.of(
          Attachment.getDescriptor().getFile(),
          BroadcastDocument.getDescriptor().getFile(),
          InstructionCommand.getDescriptor().getFile(),
          MergeMode.getDescriptor().getFile(),
          CommandEnvelope.getDescriptor().getFile(),
          Record.getDescriptor().getFile(),
          BatchHeader.getDescriptor().getFile(),
          Ticket.getDescriptor().getFile());

  @Test
  void theVersionIsRaisedWithEveryChangeOfTheSchema() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    FILES.forEach(file -> digest.update(file.toProto().toByteArray()));

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .as(
            "the schema in proto/ has changed: raise SCHEMA_VERSION_CURRENT from %d, and put the new"
                + " fingerprint here",
            SchemaVersion.SCHEMA_VERSION_CURRENT.getNumber())
        .isEqualTo(FINGERPRINT);
  }

  @Test
  void everyFileOfTheSchemaCounts() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("../proto/src/main/proto/hotline/v1"))) {
      assertThat(files.map(file -> "hotline/v1/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      FILES.stream().map(FileDescriptor::getName),
                      Stream.of(SchemaVersion.getDescriptor().getFile().getName()))
                  .toList());
    }
  }
}
