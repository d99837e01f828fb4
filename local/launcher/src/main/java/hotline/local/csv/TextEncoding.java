package hotline.local.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a text file of unknown encoding: by its byte order mark, else as UTF-8 when every byte of
 * it is, else as GB18030 (which contains GBK) when every byte of it is, else as UTF-8 with the
 * unreadable bytes replaced by U+FFFD.
 */
final class TextEncoding {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextEncoding() {}

  static Reader open(Path file) throws IOException {
    Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), detect(file)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  static Charset detect(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(2);
    }
    if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (decodes(file, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    return decodes(file, GB18030) ? GB18030 : StandardCharsets.UTF_8;
  }

  private static boolean decodes(Path file, Charset charset) throws IOException {
    char[] buffer = new char[8192];
    try (Reader reader =
        new InputStreamReader(
            new BufferedInputStream(Files.newInputStream(file)),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      while (reader.read(buffer) >= 0) {
        // only whether it can be read to the end matters here
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
