package hotline.node.web;

import hotline.node.error.ErrorCode;
import hotline.node.web.Problem.Violation;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes everything that fails as a {@link Problem}, or as the console's page where it is one. */
@Singleton
@Primary
final class ProblemProcessor implements ErrorResponseProcessor<Object> {

  private final ConsoleFallback console;

  ProblemProcessor(ConsoleFallback console) {
    this.console = console;
  }

  @Override
  @SuppressWarnings("unchecked") // the body is set here, so the response is of what it is set to
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    MutableHttpResponse<Object> answer = (MutableHttpResponse<Object>) response;
    if (response.status() == HttpStatus.NOT_FOUND) {
      var page = console.pageFor(context.getRequest());
      if (page.isPresent()) {
        return answer.status(HttpStatus.OK).contentType(page.get().getMediaType()).body(page.get());
      }
    }
    return answer.contentType(Problem.MEDIA_TYPE).body(problem(context, response.status()));
  }

  private static Problem problem(ErrorContext context, HttpStatus status) {
    Throwable cause = context.getRootCause().orElse(null);
    if (cause instanceof ConstraintViolationException invalid) {
      return invalid(violations(invalid));
    }
    ErrorCode code = HttpErrors.codeOf(status);
    return Problem.of(code, status, detail(context, code, status), List.of());
  }

  private static Problem invalid(List<Violation> violations) {
    String detail =
        violations.stream()
            .map(violation -> violation.field() + "：" + violation.message())
            .collect(Collectors.joining("；"));
    return Problem.of(ErrorCode.INVALID_INPUT, HttpStatus.BAD_REQUEST, detail, violations);
  }

  private static String detail(ErrorContext context, ErrorCode code, HttpStatus status) {
    if (status.getCode() >= 500) {
      return "服务器内部错误，请稍后重试；如反复出现请联系管理员";
    }
    if (status == HttpStatus.NOT_FOUND) {
      return "没有这个地址：" + context.getRequest().getPath();
    }
    if (status == HttpStatus.UNAUTHORIZED) {
      return "尚未登录或登录已过期，请重新登录";
    }
    if (status == HttpStatus.FORBIDDEN) {
      return "当前用户没有进行此操作的权限";
    }
    return context.getErrors().stream()
        .map(error -> error.getPath().map(path -> path + "：").orElse("") + error.getMessage())
        .collect(Collectors.joining("；", code.label() + "：", ""));
  }

  private static List<Violation> violations(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(violation -> new Violation(field(violation.getPropertyPath()), violation.getMessage()))
        .toList();
  }

  /** The path within the request: what comes after the method's and its parameter's name. */
  private static String field(Path path) {
    String[] names = path.toString().split("\\.", 3);
    return names.length == 3 ? names[2] : names[names.length - 1];
  }
}
