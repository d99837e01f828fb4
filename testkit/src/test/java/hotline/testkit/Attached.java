package hotline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Brings files to a node and takes them from it, as a browser does. */
final class Attached {

  private static final String BOUNDARY = "hotline-test-boundary";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new HashMap<>();
  private final URI base;

  Attached(TestNode node) {
    this.base = node.uri();
  }

  /** A picture that is like no other. */
  static byte[] photo(long seed) throws IOException {
    BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int x = 0; x < 80; x++) {
      for (int y = 0; y < 60; y++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  HttpResponse<byte[]> upload(String user, String path, String name, byte[] content)
      throws IOException, InterruptedException {
    byte[] head =
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(BOUNDARY, name)
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(head);
    body.write(content);
    body.write(tail);
    return http.send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Cookie", cookie(user))
            .header("Accept", "application/json")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> read(String user, String id) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(base.resolve("/api/attachments/" + id))
            .header("Cookie", cookie(user))
            .build(),
        BodyHandlers.ofByteArray());
  }

  static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return Json.mapper().readTree(response.body());
  }

  private String cookie(String user) throws IOException, InterruptedException {
    String known = cookies.get(user);
    if (known != null) {
      return known;
    }
    String credentials =
        Json.mapper().writeValueAsString(Map.of("username", user, "password", Network.PASSWORD));
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(base.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials))
                .build(),
            BodyHandlers.ofByteArray());
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    cookies.put(user, cookie);
    return cookie;
  }
}
