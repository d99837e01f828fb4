package hotline.node.access;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands controllers the {@link SignedInUser} that they ask for as a parameter. */
@Singleton
final class CurrentUser implements TypedRequestArgumentBinder<SignedInUser> {

  @Override
  public Argument<SignedInUser> argumentType() {
    return Argument.of(SignedInUser.class);
  }

  @Override
  public BindingResult<SignedInUser> bind(
      ArgumentConversionContext<SignedInUser> context, HttpRequest<?> source) {
    return () ->
        Optional.of(
            source
                .getAttribute(SessionCheck.USER, SignedInUser.class)
                .orElseThrow(CurrentUser::over));
  }

  static RefusedException over() {
    return new RefusedException(ErrorCode.UNAUTHENTICATED, "尚未登录或登录已过期，请重新登录");
  }
}
