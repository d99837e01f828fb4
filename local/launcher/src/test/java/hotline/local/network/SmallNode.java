package hotline.local.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Stands in for a node's program where the network's processes are tested: it uses its database
 * account, wants a token until it has joined its parent, and answers what the launcher asks.
 */
final class SmallNode {
  private SmallNode() {}

  /** Everything comes by the environment, as for a real node. */
  public static void main(String[] args) throws IOException, SQLException {
    Map<String, String> env = System.getenv();
    Path joined = Path.of(need(env, "HOTLINE_DATA_DIR")).resolve("joined");
    if (env.containsKey("HOTLINE_PARENT_ADDRESS") && !Files.exists(joined)) {
      String token = need(env, "HOTLINE_PARENT_TOKEN");
      if (!token.equals("token-for-" + need(env, "HOTLINE_NODE_CODE"))) {
        throw new IllegalStateException("token " + token + " is not for this node");
      }
      Files.createDirectories(joined.resolveSibling(""));
      Files.createFile(joined);
    }
    countStart(env);
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(need(env, "HOTLINE_HTTP_PORT"))),
            0);
    server.createContext("/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
    server.createContext(
        "/api/session",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean right = body.contains(need(env, "HOTLINE_ADMIN_PASSWORD"));
          exchange.getResponseHeaders().add("Set-Cookie", "session=" + right + "; HttpOnly");
          answer(exchange, "{}");
        });
    server.createContext(
        "/api/enrolments",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String code = body.replaceAll(".*\"code\":\"([^\"]*)\".*", "$1");
          boolean signedIn = "session=true".equals(exchange.getRequestHeaders().getFirst("Cookie"));
          answer(exchange, signedIn ? "{\"token\":\"token-for-" + code + "\"}" : "{}");
        });
    server.createContext(
        "/api/network", exchange -> answer(exchange, "{\"own\":{\"produced\":7}}"));
    server.start();
  }

  private static void countStart(Map<String, String> env) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                need(env, "HOTLINE_DB_URL"),
                need(env, "HOTLINE_DB_USER"),
                need(env, "HOTLINE_DB_PASSWORD"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS started (id INT AUTO_INCREMENT PRIMARY KEY)");
      statement.execute("INSERT INTO started VALUES ()");
    }
  }

  private static String need(Map<String, String> env, String name) {
    String value = env.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return value;
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
