package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.requirements.Requirement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a node can show of the data of those below it. */
@ExtendWith(QingyangNetwork.class)
final class ProofIT {

  private static final String PROVINCE = "620000";
  private static final String CITY = "621000";
  private static final String DISTRICT = "621002";
  private static final String SUPERVISOR = "duban";

  private final Network network;
  private final Appeals appeals = new Appeals();
  private final NodeClient province;

  ProofIT(Network network) {
    this.network = network;
    this.province = network.node(PROVINCE).client();
  }

  @Test
  @Requirement("XTR-03")
  void theProvinceProvesEveryReplicaAndSignsThatItDid() throws Exception {
    work();

    for (JsonNode stream : province.get(SUPERVISOR, "/api/network").path("streams")) {
      JsonNode proof = prove(stream.path("origin").path("code").asText());
      assertThat(proof.path("proven").asBoolean()).as(proof.toPrettyString()).isTrue();
      assertThat(proof.path("text").asText()).contains("全部相符", "哈希链完整");
    }
    assertThat(prove(DISTRICT).path("compared").asLong()).isPositive();

    JsonNode made = province.post(SUPERVISOR, "/api/network/certificates", Map.of());
    assertThat(made.path("complete").asBoolean()).as(made.path("text").asText()).isTrue();
    assertThat(made.path("verified").asBoolean()).isTrue();
    JsonNode read =
        province.get(SUPERVISOR, "/api/network/certificates/" + made.path("id").asLong());
    assertThat(read).isEqualTo(made);
    assertThat(isSigned(read)).isTrue();
    JsonNode listed = province.get(SUPERVISOR, "/api/network/certificates?size=1");
    assertThat(listed.path("items").path(0).path("id")).isEqualTo(made.path("id"));
    assertThat(listed.path("total").asInt()).isPositive();
  }

  @Test
  @Requirement("XTR-03")
  void aReplicaAlteredByHandIsNamed() throws Exception {
    String ticket = work();
    String flip =
        "UPDATE ticket SET image = CONCAT(SUBSTRING(image, 1, 20),"
            + " CHAR(ASCII(SUBSTRING(image, 21, 1)) ^ 1), SUBSTRING(image, 22))"
            + " WHERE ticket_id = ?";
    execute(flip, ticket);
    JsonNode proof;
    try {
      proof = prove(DISTRICT);
    } finally {
      execute(flip, ticket);
    }

    assertThat(proof.path("proven").asBoolean()).isFalse();
    assertThat(proof.path("findings")).hasSize(1);
    assertThat(proof.path("findings").path(0).path("entity").asText()).isEqualTo("工单 " + ticket);
    assertThat(proof.path("findings").path(0).path("kind").asText()).isEqualTo("ALTERED");
    assertThat(prove(DISTRICT).path("proven").asBoolean()).isTrue();
  }

  @Test
  void onlySupervisorsAndAdministratorsMayAskForProof() throws Exception {
    assertThatExceptionOfType(ApiRefusal.class)
        .isThrownBy(() -> province.post("huawu", "/api/network/proofs/621002~uplink", Map.of()))
        .matches(refusal -> refusal.status() == 403);
    assertThatExceptionOfType(ApiRefusal.class)
        .isThrownBy(() -> province.post("huawu", "/api/network/certificates", Map.of()))
        .matches(refusal -> refusal.status() == 403);
    assertThatExceptionOfType(ApiRefusal.class)
        .isThrownBy(() -> province.post("admin", "/api/network/proofs/nonsense", Map.of()))
        .withMessageContaining("621002~uplink");
  }

  /** A ticket of the district that goes up to the city as work, and everywhere as records. */
  private String work() throws Exception {
    Desk city = Desk.at(network.node(CITY));
    Desk district = Desk.at(network.node(DISTRICT));
    String ticket = district.accept(appeals.about(DISTRICT));
    String assignment =
        district
            .client()
            .onTicket("paidan", ticket, "escalate", Map.of("reason", "涉及市级部门职责，请市热线统筹办理。"))
            .path("orders")
            .path(0)
            .path("assignmentId")
            .asText();
    city.awaitAssignment(assignment, "AWAITING_SIGN_FOR");
    city.signFor(assignment);
    district.awaitOrder(ticket, assignment, "SIGNED");
    network.awaitComplete();
    return ticket;
  }

  private JsonNode prove(String origin) throws Exception {
    return province.post(SUPERVISOR, "/api/network/proofs/" + origin + "~uplink", Map.of());
  }

  private void execute(String sql, String ticket) throws Exception {
    try (Connection connection = network.node(PROVINCE).database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, ticket);
      assertThat(statement.executeUpdate()).isEqualTo(1);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  /** As somebody would check it who has nothing but the answer. */
  private static boolean isSigned(JsonNode certificate) throws Exception {
    PublicKey key =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    certificate.path("chain").asText().getBytes(StandardCharsets.US_ASCII)))
            .getPublicKey();
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(certificate.path("text").asText().getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(certificate.path("signature").asText()));
  }
}
