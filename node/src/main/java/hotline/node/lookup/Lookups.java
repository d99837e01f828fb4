package hotline.node.lookup;

import hotline.node.access.ApiClients;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts questions to departments' systems. One try within a few seconds: somebody is on the phone.
 * Redirects are not followed, since the key is for one address only.
 */
@Singleton
final class Lookups {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int LONGEST_ANSWER = 20_000;

  private final List<LookupSettings> open;
  private final ObjectMapper mapper;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Lookups(List<LookupSettings> open, ObjectMapper mapper) {
    this.open = List.copyOf(open);
    this.mapper = mapper;
  }

  /** Codes of the departments that can be asked. */
  List<String> departments() {
    return open.stream()
        .map(settings -> settings.unit().toUpperCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  /**
   * Asks.
   *
   * @throws RefusedException when the department has not opened its system, or that does not answer
   */
  String ask(String unit, String ticket, String question) {
    LookupSettings settings =
        open.stream()
            .filter(one -> one.unit().equalsIgnoreCase(unit))
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(ErrorCode.NOT_FOUND, "单位“" + unit + "”的业务系统没有向热线平台开放查询"));
    try {
      HttpResponse<InputStream> response =
          http.send(
              HttpRequest.newBuilder(settings.url())
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/json")
                  .header(ApiClients.HEADER, settings.key())
                  .POST(
                      BodyPublishers.ofByteArray(
                          mapper.writeValueAsBytes(Map.of("ticket", ticket, "question", question))))
                  .build(),
              BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        if (response.statusCode() / 100 != 2) {
          throw unavailable(unit, "返回 " + response.statusCode());
        }
        return text;
      }
    } catch (IOException e) {
      throw unavailable(unit, "没有应答");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(unit, "查询被中断");
    }
  }

  private static RefusedException unavailable(String unit, String why) {
    return new RefusedException(
        ErrorCode.UNAVAILABLE, "单位“" + unit + "”的业务系统" + why + "，请稍后再查或致电该单位");
  }
}
