package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.requirements.Requirement;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of tickets: what is said about them travels with the tickets, the bytes when wanted. */
@ExtendWith(QingyangNetwork.class)
final class AttachmentsIT {

  private static final String CITY = "621000";
  private static final String DISTRICT = "621002";
  private static final String SUB_CENTER = "621000F01";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Network network;
  private final Appeals appeals = new Appeals();
  private final Desk city;
  private final Desk district;
  private final Attached atCity;
  private final Attached atDistrict;

  AttachmentsIT(Network network) {
    this.network = network;
    this.city = Desk.at(network.node(CITY));
    this.district = Desk.at(network.node(DISTRICT));
    this.atCity = new Attached(network.node(CITY));
    this.atDistrict = new Attached(network.node(DISTRICT));
  }

  @AfterEach
  void mendAllLinks() {
    network.nodes().forEach(node -> node.link().mend());
  }

  @Test
  @Requirement("XTR-03")
  void aReplysPhotoFromTheDistrictIsSeenInTheCityAndTheAppealsInTheDistrict() throws Exception {
    String ticket = city.accept(appeals.about(DISTRICT));
    byte[] appeal = Attached.photo(1);
    JsonNode before =
        Attached.json(
            atCity.upload(
                "huawu", "/api/tickets/" + ticket + "/attachments?about=APPEAL", "路灯.png", appeal));
    String received = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    await("the district knows of the photo")
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(files(district, ticket).findValuesAsText("id"))
                    .contains(before.path("id").asText()));
    HttpResponse<byte[]> below = atDistrict.read("paidan", before.path("id").asText());
    assertThat(below.statusCode()).isEqualTo(200);
    assertThat(below.body()).isEqualTo(Attached.photo(1));
    assertThat(below.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("%E8%B7%AF%E7%81%AF.png");
    assertThat(below.headers().allValues("Content-Security-Policy"))
        .contains("sandbox; default-src 'none'");

    JsonNode later =
        Attached.json(
            atCity.upload(
                "huawu",
                "/api/tickets/" + ticket + "/attachments?about=APPEAL",
                "后来的.png",
                Attached.photo(2)));
    await("what comes after the dispatch gets there, too")
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(files(district, ticket).findValuesAsText("id"))
                    .contains(later.path("id").asText()));

    district.signFor(received);
    byte[] done = Attached.photo(3);
    String path =
        "/api/tickets/"
            + ticket
            + "/attachments?about=REPLY&assignment="
            + received.replace('/', '~');
    JsonNode reply = Attached.json(atDistrict.upload("paidan", path, "修好了.png", done));
    JsonNode again = Attached.json(atDistrict.upload("paidan", path, "修好了.png", done));
    assertThat(again.path("id")).as("the same once more is the same").isEqualTo(reply.path("id"));
    String id = reply.path("id").asText();
    await("the city knows of the reply's photo")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(files(city, ticket).findValuesAsText("id")).contains(id));

    network.node(DISTRICT).link().cut();
    HttpResponse<byte[]> away = atCity.read("paidan", id);
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(Attached.json(away).path("code").asText()).isEqualTo("PEER_UNAVAILABLE");
    assertThat(Attached.json(away).path("detail").asText()).contains("稍后再试");

    network.node(DISTRICT).link().mend();
    Path blob = blob(DISTRICT, reply);
    byte[] good = Files.readAllBytes(blob);
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(blob, bad, StandardOpenOption.TRUNCATE_EXISTING);
    await("a flipped byte is refused")
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Attached.json(atCity.read("paidan", id)).path("code").asText())
                    .isEqualTo("ATTACHMENT_DAMAGED"));
    assertThat(blob(CITY, reply)).as("nothing of it is kept").doesNotExist();

    Files.write(blob, good, StandardOpenOption.TRUNCATE_EXISTING);
    HttpResponse<byte[]> back = atCity.read("paidan", id);
    assertThat(back.body()).isEqualTo(done);
    network.node(DISTRICT).link().cut();
    assertThat(atCity.read("paidan", id).body()).as("kept from now on").isEqualTo(done);
    network.node(DISTRICT).link().mend();
    network.awaitComplete();
  }

  @Test
  @Requirement("XTR-03")
  void whoHoldsAnEscalatedMatterNowIsToldOfWhatComesLaterAndTheOtherWayRound() throws Exception {
    Desk centre = Desk.at(network.node(SUB_CENTER));
    Attached atCentre = new Attached(network.node(SUB_CENTER));
    String ticket = district.accept(appeals.about(DISTRICT));
    String received =
        district
            .client()
            .onTicket("paidan", ticket, "escalate", Map.of("reason", "涉及市级部门职责，请市热线统筹办理。"))
            .path("orders")
            .path(0)
            .path("assignmentId")
            .asText();
    city.awaitAssignment(received, "AWAITING_SIGN_FOR");
    city.signFor(received);
    String on = city.onToNode(received, SUB_CENTER);
    centre.awaitAssignment(on, "AWAITING_SIGN_FOR");

    String later =
        Attached.json(
                atDistrict.upload(
                    "huawu",
                    "/api/tickets/" + ticket + "/attachments?about=APPEAL",
                    "后来的.png",
                    Attached.photo(21)))
            .path("id")
            .asText();

    await("the one who holds the matter is told")
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(files(centre, ticket).findValuesAsText("id")).contains(later));
    assertThat(atCentre.read("paidan", later).body()).isEqualTo(Attached.photo(21));

    centre.signFor(on);
    String done =
        Attached.json(
                atCentre.upload(
                    "paidan",
                    "/api/tickets/"
                        + ticket
                        + "/attachments?about=REPLY&assignment="
                        + on.replace('/', '~'),
                    "办好了.png",
                    Attached.photo(22)))
            .path("id")
            .asText();
    await("the one who escalated it is told of what was done")
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(files(district, ticket).findValuesAsText("id")).contains(done));
    assertThat(atDistrict.read("paidan", done).body()).isEqualTo(Attached.photo(22));
  }

  @Test
  void filesOfOtherKindsOrByOthersAreRefused() throws Exception {
    String ticket = city.accept(appeals.about(DISTRICT));
    String path = "/api/tickets/" + ticket + "/attachments?about=APPEAL";
    HttpResponse<byte[]> page =
        atCity.upload(
            "huawu", path, "a.jpg", "<html><script>1</script>".getBytes(StandardCharsets.US_ASCII));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(Attached.json(page).path("code").asText()).isEqualTo("ATTACHMENT_RULE");
    assertThat(atCity.upload("unit-CGJ", path, "a.png", Attached.photo(9)).statusCode())
        .as("a unit that has no part in it")
        .isEqualTo(404);
    assertThat(atCity.upload("duban", path, "a.png", Attached.photo(9)).statusCode())
        .isEqualTo(403);
    HttpResponse<byte[]> tooBig = atCity.upload("huawu", path, "a.png", new byte[(20 << 20) + 1]);
    assertThat(tooBig.statusCode()).isEqualTo(422);
    assertThat(Attached.json(tooBig).path("detail").asText()).contains("超过 20 MB");
    JsonNode kept = Attached.json(atCity.upload("huawu", path, "a.png", Attached.photo(10)));
    assertThat(atCity.read("huawu", kept.path("id").asText()).statusCode()).isEqualTo(200);
    assertThat(atCity.read("unit-CGJ", kept.path("id").asText()).statusCode()).isEqualTo(404);
    city.client().get("paidan", "/api/tickets/" + ticket + "/attachments");
    assertThat(city.client().get("shenji", "/api/audit?subject=" + ticket).toString())
        .contains("LIST_ATTACHMENTS", "READ_ATTACHMENT");
  }

  private static JsonNode files(Desk desk, String ticket) throws Exception {
    return desk.client().get("paidan", "/api/tickets/" + ticket + "/attachments").path("items");
  }

  private Path blob(String node, JsonNode file) {
    String hash = file.path("sha256").asText();
    assertThat(HexFormat.of().parseHex(hash)).hasSize(32);
    return network
        .node(node)
        .config()
        .folder()
        .resolve("attachments")
        .resolve(hash.substring(0, 2))
        .resolve(hash);
  }
}
