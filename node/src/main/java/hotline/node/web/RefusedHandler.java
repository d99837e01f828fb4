package hotline.node.web;

import hotline.node.error.RefusedException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers refusals. */
@Singleton
final class RefusedHandler implements ExceptionHandler<RefusedException, HttpResponse<?>> {

  @Override
  public HttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, RefusedException refused) {
    HttpStatus status = HttpErrors.statusOf(refused.code());
    String detail = refused.getMessage() == null ? refused.code().label() : refused.getMessage();
    MutableHttpResponse<?> answer =
        HttpResponse.status(status)
            .contentType(Problem.MEDIA_TYPE)
            .body(Problem.of(refused.code(), status, detail, List.of()));
    refused
        .retryAfter()
        .ifPresent(
            after -> answer.header("Retry-After", Long.toString(Math.max(1, after.toSeconds()))));
    return answer;
  }
}
