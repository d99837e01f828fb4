package hotline.node.attaching;

import hotline.node.attachment.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells what a file is from its content. Names and what the sender says are not asked. */
final class FileRecognition {

  private static final int HEAD = 16;
  private static final int MOST_ENTRIES = 5_000;

  private FileRecognition() {}

  /** Empty for whatever is not taken in, macros in office documents among it. */
  static Optional<FileKind> kindOf(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(FileKind.JPEG);
    } else if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(FileKind.PNG);
    } else if (starts(head, "%PDF-")) {
      return Optional.of(FileKind.PDF);
    } else if (starts(head, "RIFF") && starts(head, 8, 'W', 'A', 'V', 'E')) {
      return Optional.of(FileKind.WAV);
    } else if (starts(head, "#!AMR")) {
      return Optional.of(FileKind.AMR);
    } else if (starts(head, "ID3") || isMpegAudio(head)) {
      return Optional.of(FileKind.MP3);
    } else if (starts(head, 0, 'P', 'K', 3, 4)) {
      return office(file);
    }
    return Optional.empty();
  }

  /** Looks through the table of contents only: nothing is unpacked. */
  private static Optional<FileKind> office(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean macros =
          zip.size() > MOST_ENTRIES
              || zip.stream()
                  .map(ZipEntry::getName)
                  .anyMatch(name -> name.endsWith("vbaProject.bin"));
      if (macros || zip.getEntry("[Content_Types].xml") == null) {
        return Optional.empty();
      } else if (zip.getEntry("word/document.xml") != null) {
        return Optional.of(FileKind.DOCX);
      } else if (zip.getEntry("xl/workbook.xml") != null) {
        return Optional.of(FileKind.XLSX);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not even an archive
    }
  }

  /** A frame of layer III: eleven bits set, then a version and a layer that exist. */
  private static boolean isMpegAudio(byte[] head) {
    return head.length > 2
        && (head[0] & 0xFF) == 0xFF
        && (head[1] & 0xE6) == 0xE2
        && (head[1] & 0x18) != 0x08
        && (head[2] & 0xF0) != 0xF0;
  }

  private static boolean starts(byte[] head, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    int[] values = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      values[i] = wanted[i];
    }
    return starts(head, 0, values);
  }

  private static boolean starts(byte[] head, int offset, int... wanted) {
    if (head.length < offset + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((head[offset + i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
