package hotline.node.web;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers who is not signed in, or may not. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationProblem
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

  private final RefusedHandler refusals;

  AuthorizationProblem(RefusedHandler refusals) {
    this.refusals = refusals;
  }

  @Override
  public MutableHttpResponse<?> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, AuthorizationException exception) {
    RefusedException refused =
        exception.isForbidden()
            ? new RefusedException(ErrorCode.FORBIDDEN, "当前用户没有进行此操作的权限")
            : new RefusedException(ErrorCode.UNAUTHENTICATED, "尚未登录或登录已过期，请重新登录");
    return refusals.handle(request, refused).toMutableResponse();
  }
}
