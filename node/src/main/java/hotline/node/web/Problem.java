package hotline.node.web;

import hotline.node.error.ErrorCode;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Why a request failed, in the form of RFC 9457.
 *
 * @param code name of the {@link ErrorCode}, with its stable {@code number}
 * @param detail in Chinese: what was given and what was expected
 */
@Serdeable
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    int number,
    List<Violation> violations) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ErrorCode code, HttpStatus status, String detail, List<Violation> violations) {
    return new Problem(
        "about:blank",
        code.label(),
        status.getCode(),
        detail,
        code.name(),
        code.number(),
        violations);
  }

  /** A field that is wrong, by its path in the request. */
  @Serdeable
  record Violation(String field, String message) {}
}
