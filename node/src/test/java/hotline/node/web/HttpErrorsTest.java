package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.error.ErrorCode;
import io.micronaut.http.HttpStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpErrorsTest {

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorCodeIsAnHttpError(ErrorCode code) {
    assertThat(HttpErrors.statusOf(code).getCode()).isBetween(400, 599);
  }

  @Test
  void whatTheFrameworkRefusesHasACodeToo() {
    assertThat(HttpErrors.codeOf(HttpStatus.NOT_FOUND)).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(HttpErrors.codeOf(HttpStatus.BAD_REQUEST)).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(HttpErrors.codeOf(HttpStatus.BAD_GATEWAY)).isEqualTo(ErrorCode.INTERNAL);
  }
}
