package hotline.node.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

  /** These go over the wire between versions: a change here breaks nodes in the field. */
  @Test
  void theNumbersStayAsTheyAre() {
    assertThat(Arrays.stream(ErrorCode.values()).map(code -> code.number() + " " + code.name()))
        .containsExactly(
            "100 INVALID_INPUT",
            "101 INTAKE_INCOMPLETE",
            "102 UNKNOWN_TYPE",
            "200 UNAUTHENTICATED",
            "201 FORBIDDEN",
            "202 TOO_MANY_ATTEMPTS",
            "203 NOT_A_NEIGHBOUR",
            "300 NOT_FOUND",
            "301 UNKNOWN_ASSIGNEE",
            "302 NO_SUCH_ORDER",
            "303 NO_PARENT",
            "400 STATE_FORBIDS",
            "401 STALE_VERSION",
            "402 NOT_OWNER",
            "403 ALREADY_EXISTS",
            "404 ORDERS_OUTSTANDING",
            "500 LEAD_UNIT_RULE",
            "501 ASSIGNEE_RULE",
            "502 REFUSAL_RULE",
            "503 RETURN_RULE",
            "504 EXTENSION_RULE",
            "505 REPLY_RULE",
            "506 REDO_RULE",
            "507 FOLLOW_UP_RULE",
            "508 TOO_EARLY",
            "509 OPINION_MISSING",
            "520 LINE_RULE",
            "521 CALL_RULE",
            "522 ABUSE_RULE",
            "523 CALLER_RESTRICTED",
            "524 EXCHANGE_RULE",
            "540 REQUEST_RULE",
            "541 VISIT_MISSING",
            "542 NO_SUCH_REQUEST",
            "543 MERGE_RULE",
            "560 SCREENING_RULE",
            "561 SUPERVISION_RULE",
            "562 SECRECY_RULE",
            "563 ARCHIVE_RULE",
            "580 PLAN_RULE",
            "590 ATTACHMENT_RULE",
            "591 ATTACHMENT_DAMAGED",
            "600 PEER_UNAVAILABLE",
            "601 COMMAND_CANCELLED",
            "900 INTERNAL",
            "901 UNAVAILABLE");
  }

  @Test
  void aCodeIsFoundByItsNumberAndANewerOneIsNot() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(ErrorCode.ofNumber(code.number())).contains(code);
    }
    assertThat(ErrorCode.ofNumber(12345)).isEmpty();
  }
}
