package hotline.node.attaching;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.attachment.FileKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRecognitionTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "FFD8FFE000104A4649460001, JPEG",
    "89504E470D0A1A0A0000000D, PNG",
    "255044462D312E370A, PDF",
    "52494646240800005741564566, WAV",
    "2321414D520A0C, AMR",
    "494433030000000000, MP3",
    "FFFB9064000F, MP3"
  })
  void aFileIsWhatItsFirstBytesSay(String head, FileKind kind) throws Exception {
    assertThat(FileRecognition.kindOf(file(HexFormat.of().parseHex(head)))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "<!doctype html><script>alert(1)</script>",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "MZ this program cannot be run",
    "PK is no archive",
    "GIF89a",
    "''"
  })
  void whateverElseItIsCalledIsNotTakenIn(String content) throws Exception {
    assertThat(FileRecognition.kindOf(file(content.getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  @Test
  void officeDocumentsAreToldByWhatIsInThemAndMacrosAreRefused() throws Exception {
    assertThat(FileRecognition.kindOf(zip("[Content_Types].xml", "word/document.xml")))
        .contains(FileKind.DOCX);
    assertThat(FileRecognition.kindOf(zip("[Content_Types].xml", "xl/workbook.xml")))
        .contains(FileKind.XLSX);
    assertThat(
            FileRecognition.kindOf(
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
        .isEmpty();
    assertThat(FileRecognition.kindOf(zip("a.txt"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "照片.JPG, 照片.jpg",
    "C:\\temp\\a.jpeg, a.jpg",
    "../../etc/passwd, passwd.jpg",
    "x.html, x.html.jpg",
    ".jpg, .jpg.jpg",
    "a\"b<c>.jpg, abc.jpg",
    "'', 附件.jpg"
  })
  void aNameKeepsNoFolderAndGetsTheEndingOfItsKind(String given, String name) {
    assertThat(FileKind.JPEG.nameFor(given)).isEqualTo(name);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  private Path zip(String... names) throws IOException {
    Path file = folder.resolve("zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
