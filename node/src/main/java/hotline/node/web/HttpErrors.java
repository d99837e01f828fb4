package hotline.node.web;

import hotline.node.error.ErrorCode;
import io.micronaut.http.HttpStatus;

/** The one mapping between error codes and HTTP. */
final class HttpErrors {

  private HttpErrors() {}

  static HttpStatus statusOf(ErrorCode code) {
    return switch (code.kind()) {
      case INPUT -> HttpStatus.BAD_REQUEST;
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
      case MISSING -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case RULE -> HttpStatus.UNPROCESSABLE_ENTITY;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /** For what the framework turns down by status before any code of ours has seen it. */
  static ErrorCode codeOf(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> ErrorCode.UNAUTHENTICATED;
      case FORBIDDEN -> ErrorCode.FORBIDDEN;
      case NOT_FOUND -> ErrorCode.NOT_FOUND;
      case TOO_MANY_REQUESTS -> ErrorCode.TOO_MANY_ATTEMPTS;
      case CONFLICT -> ErrorCode.STATE_FORBIDS;
      case SERVICE_UNAVAILABLE -> ErrorCode.UNAVAILABLE;
      default -> status.getCode() >= 500 ? ErrorCode.INTERNAL : ErrorCode.INVALID_INPUT;
    };
  }
}
