package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reference documents on their way down, from an administrator to every node below. */
@ExtendWith(QingyangNetwork.class)
final class BroadcastIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String KIND = "test";

  private final TestNode province;
  private final TestNode city;
  private final TestNode district;
  private final String key = UUID.randomUUID().toString();

  BroadcastIT(Network network) {
    this.province = network.node("620000");
    this.city = network.node("621000");
    this.district = network.node("621002");
  }

  @AfterEach
  void startTheCityAgain() {
    if (!city.isRunning()) {
      city.start();
    }
  }

  @Test
  void aDocumentOfTheProvinceIsAtTheDistrictTwoTiersDown() throws Exception {
    assertThat(publish(province, "第一版").path("version").asLong()).isEqualTo(1);
    awaitAt(district, province, 1, "第一版");
    publish(province, "第二版");
    awaitAt(district, province, 2, "第二版");
    awaitAt(city, province, 2, "第二版");
    awaitHeadsAgree(district, province);
    withdraw(province);
    awaitAt(district, province, 3, "");
    assertThat(read(district, province).path("withdrawn").asBoolean()).isTrue();
  }

  @Test
  void aDocumentGoesDownOnly() throws Exception {
    publish(city, "市级文档");
    awaitAt(district, city, 1, "市级文档");
    awaitHeadsAgree(district, city);
    assertThatThrownBy(() -> read(province, city))
        .asInstanceOf(type(ApiRefusal.class))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(404));
    assertThat(province.client().get("admin", "/api/network").path("broadcasts")).isEmpty();
  }

  @Test
  void whatIsPublishedWhileTheCityIsAwayComesToTheDistrictLater() throws Exception {
    publish(province, "第一版");
    awaitAt(district, province, 1, "第一版");
    city.stop();
    publish(province, "第二版");
    publish(province, "第三版");
    city.start();
    awaitAt(city, province, 3, "第三版");
    awaitAt(district, province, 3, "第三版");
    awaitHeadsAgree(district, province);
  }

  @Test
  void onlyAnAdministratorPublishes() {
    assertRefused(403, () -> province.client().post("duban", "/api/broadcasts", body("内容")));
    assertRefused(
        400,
        () ->
            province
                .client()
                .post(
                    "admin",
                    "/api/broadcasts",
                    Map.of("kind", "Not a kind", "key", key, "content", "内容", "reason", "试验")));
  }

  private JsonNode publish(TestNode at, String content) throws Exception {
    return at.client().post("admin", "/api/broadcasts", body(content));
  }

  private Map<String, String> body(String content) {
    return Map.of("kind", KIND, "key", key, "content", content, "reason", "试验");
  }

  private void withdraw(TestNode at) throws Exception {
    at.client()
        .post("admin", "/api/broadcasts/" + KIND + "/" + key + "/withdraw", Map.of("reason", "试验"));
  }

  private JsonNode read(TestNode at, TestNode publisher) throws Exception {
    return at.client().get("admin", "/api/broadcasts/" + publisher.code() + "/" + KIND + "/" + key);
  }

  private void awaitAt(TestNode at, TestNode publisher, long version, String content) {
    await(key + " version " + version + " of " + publisher.code() + " at " + at.code())
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              JsonNode document = read(at, publisher);
              assertThat(document.path("version").asLong()).isEqualTo(version);
              assertThat(document.path("content").asText()).isEqualTo(content);
            });
  }

  private static void awaitHeadsAgree(TestNode at, TestNode publisher) {
    await("the heads of the broadcast agree")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode own = publisher.client().get("admin", "/api/network").path("ownBroadcast");
              JsonNode copy = broadcast(at, publisher.code());
              assertThat(copy.path("headsAgree").asBoolean()).isTrue();
              assertThat(copy.path("headHash").asText())
                  .isNotEmpty()
                  .isEqualTo(own.path("headHash").asText());
              assertThat(copy.path("applied").asLong()).isEqualTo(own.path("produced").asLong());
            });
  }

  private static JsonNode broadcast(TestNode at, String publisher) throws Exception {
    for (JsonNode stream : at.client().get("admin", "/api/network").path("broadcasts")) {
      if (stream.path("origin").path("code").asText().equals(publisher)) {
        return stream;
      }
    }
    throw new AssertionError(at.code() + " shows no broadcast of " + publisher);
  }

  private static void assertRefused(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(ApiRefusal.class))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
