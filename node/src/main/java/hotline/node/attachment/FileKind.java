package hotline.node.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken in; what a browser would run or show as a page is not. */
public enum FileKind {
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png"),
  PDF("application/pdf", "pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  MP3("audio/mpeg", "mp3"),
  WAV("audio/wav", "wav"),
  AMR("audio/amr", "amr");

  private final String mediaType;
  private final List<String> endings;

  FileKind(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean image() {
    return this == JPEG || this == PNG;
  }

  /** A name for people to read, with the ending that the content asks for and no folders in it. */
  public String nameFor(String given) {
    String name =
        given
            .substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
            .strip();
    int dot = name.lastIndexOf('.');
    boolean fits = dot > 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    String stem = fits ? name.substring(0, dot) : name;
    if (stem.isBlank()) {
      stem = "附件";
    }
    int[] letters = stem.codePoints().limit(80).toArray();
    return new String(letters, 0, letters.length) + "." + endings.get(0);
  }

  public static Optional<FileKind> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }
}
