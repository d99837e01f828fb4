package hotline.requirements;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the catalogue says of a row. */
enum RowStatus {
  /** Proved: the build fails without a passing test. */
  COVERED("covered", "已覆盖"),
  /** To be made true by software, and not yet proved in full. */
  OPEN("open", "未完成"),
  /** Left to a later issue, which the note names. */
  LATER("later", "后续"),
  /** Nothing that software can make true; the note says why. */
  NOT_SOFTWARE("not-software", "非软件事项");

  private final String code;
  private final String title;

  RowStatus(String code, String title) {
    this.code = code;
    this.title = title;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  boolean needsNote() {
    return this == LATER || this == NOT_SOFTWARE;
  }

  /**
   * @throws IllegalArgumentException naming what was given and what is allowed
   */
  static RowStatus parse(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "status is \""
                        + code
                        + "\", expected one of "
                        + Arrays.stream(values())
                            .map(RowStatus::code)
                            .collect(Collectors.joining(", "))));
  }
}
