package hotline.sync.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.NodeCode;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTokenTest {

  @Test
  void aPrintedTokenReadsBack() throws Exception {
    NodeIdentity root = Forgery.root(NodeCode.of("620000"));
    EnrolmentToken token = EnrolmentToken.create(root, new SecureRandom());

    EnrolmentToken read = EnrolmentToken.parse("  " + token.print() + "\n");

    assertThat(read.secret()).isEqualTo(token.secret());
    assertThat(read.parent()).isEqualTo(root.code());
    assertThat(read.isOfTree(root.root())).isTrue();
    assertThat(read.isOfTree(Forgery.root(NodeCode.of("620000")).root())).isFalse();
  }

  @Test
  void aTokenDoesNotShowItsSecretInLogs() throws Exception {
    EnrolmentToken token =
        EnrolmentToken.create(Forgery.root(NodeCode.of("620000")), new SecureRandom());

    assertThat(token.toString()).isEqualTo("EnrolmentToken of 620000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "not base64!", "AQ"})
  void aMalformedTokenIsRefusedWithoutRepeatingIt(String printed) {
    assertThatThrownBy(() -> EnrolmentToken.parse(printed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("malformed enrolment token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:", ":9090", "a b:1", "host:70000", "host:0"})
  void anAddressThatIsNotHostAndPortIsRefused(String address) {
    assertThatThrownBy(() -> Address.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected host:port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9090", "hotline.qingyang.gov.cn:443", "[::1]:9090"})
  void anAddressPrintsAsItWasRead(String address) {
    assertThat(Address.parse(address).toString()).isEqualTo(address);
  }
}
