package hotline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Four nodes behind real HTTP in one process, with the states of the real ones and without their
 * rules, storage and links: what one node sends another shows there only at the second look, as if
 * it took its time on the way.
 */
final class FakeNetwork implements AutoCloseable {

  static final String PROVINCE = "620000";
  static final String CITY = "621000";
  static final String DISTRICT = "621002";
  static final String SUB_CENTER = "621000F01";

  static {
    // without it every answer waits for the delayed acknowledgement of the one before
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = Json.mapper();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Ticket> tickets = new TreeMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final List<HttpServer> servers = new ArrayList<>();

  /** When set, the province states another hash for this origin's records. */
  @Nullable String corrupted;

  FakeNetwork() throws IOException {
    add(PROVINCE, "甘肃省", "PROVINCE", null, "省人社厅", "省住建厅");
    add(CITY, "庆阳市", "CITY", PROVINCE, "市住建局", "市公安局", "市人社局", "市供热公司");
    add(DISTRICT, "西峰区", "DISTRICT", CITY, "区住建局", "西街街道", "区教育局");
    add(SUB_CENTER, "人社分中心", "SUB_CENTER", CITY, "社会保险中心", "劳动监察支队");
  }

  List<NodeAddress> addresses() {
    List<NodeAddress> addresses = new ArrayList<>();
    int i = 0;
    for (Node node : nodes.values()) {
      URI uri = URI.create("http://127.0.0.1:" + servers.get(i++).getAddress().getPort());
      addresses.add(
          new NodeAddress(
              node.code,
              node.name,
              node.tier.toLowerCase(Locale.ROOT).replace('_', '-'),
              node.parent,
              uri,
              "secret"));
    }
    return addresses;
  }

  synchronized List<Ticket> tickets() {
    return List.copyOf(tickets.values());
  }

  private void add(String code, String name, String tier, @Nullable String parent, String... units)
      throws IOException {
    Node node = new Node(code, name, tier, parent);
    for (int i = 0; i < units.length; i++) {
      node.units.put("U" + i, units[i]);
    }
    nodes.put(code, node);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(node, exchange));
    server.start();
    servers.add(server);
  }

  private void serve(Node node, HttpExchange exchange) throws IOException {
    Reply reply;
    try {
      synchronized (this) {
        reply = answer(node, exchange);
      }
    } catch (Refused e) {
      reply = new Reply(e.status, Map.of("code", e.code, "detail", String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      reply = new Reply(500, Map.of("code", "INTERNAL", "detail", e.toString()));
    }
    byte[] body = json.writeValueAsBytes(reply.body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Entries as they are reported and published; finds those whose question holds what is asked. */
  private static Reply onKnowledge(
      Node node, HttpExchange exchange, String[] parts, JsonNode body) {
    if (parts.length == 6) {
      node.published++;
      return new Reply(200, Map.of("id", 1, "version", 2, "question", ""));
    }
    if (exchange.getRequestMethod().equals("POST")) {
      String question = body.path("knowledge").path("question").asText();
      node.knowledge.add(question);
      return new Reply(201, Map.of("id", 1, "version", 1, "question", question));
    }
    String query = exchange.getRequestURI().getQuery();
    String asked = query.substring(query.indexOf("q=") + 2);
    return new Reply(
        200, Map.of("items", List.of(), "total", node.knowledge.contains(asked) ? 1 : 0));
  }

  /** How many questions were published at a node. */
  synchronized int knowledgeOf(String code) {
    Node node = Objects.requireNonNull(nodes.get(code));
    return Math.min(node.published, node.knowledge.size());
  }

  private Reply answer(Node node, HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean post = exchange.getRequestMethod().equals("POST");
    JsonNode body = post ? json.readTree(exchange.getRequestBody()) : json.createObjectNode();
    if (path.equals("/api/session")) {
      if (!body.path("password").asText().equals("secret")) {
        throw new Refused(401, "UNAUTHENTICATED", "密码不对");
      }
      String user = body.path("username").asText();
      exchange.getResponseHeaders().add("Set-Cookie", "S=" + user + "; HttpOnly; Path=/");
      return new Reply(200, Map.of("user", Map.of("username", user)));
    }
    String cookie = exchange.getRequestHeaders().getFirst("Cookie");
    if (cookie == null || !cookie.startsWith("S=")) {
      throw new Refused(401, "UNAUTHENTICATED", "未登录");
    }
    String user = cookie.substring(2);
    String[] parts = path.split("/");
    return switch (parts[2]) {
      case "reference" -> new Reply(200, node.reference());
      case "knowledge" -> onKnowledge(node, exchange, parts, body);
      case "network" -> new Reply(200, parts.length == 4 ? node.summary() : network(node));
      case "tickets" -> onTickets(node, user, exchange, parts, body);
      case "assignments" -> onAssignments(node, user, exchange, parts, body);
      default -> throw new Refused(404, "NOT_FOUND", path);
    };
  }

  private Reply onTickets(
      Node node, String user, HttpExchange exchange, String[] parts, JsonNode body) {
    if (parts.length == 3 && exchange.getRequestMethod().equals("GET")) {
      Map<String, String> query = query(exchange);
      return page(
          query,
          tickets.values().stream()
              .filter(t -> t.owner == node && t.state.equals(query.get("state")))
              .map(Ticket::row));
    }
    if (parts.length == 3) {
      return register(node, body);
    }
    Ticket ticket = tickets.get(parts[3]);
    if (ticket == null || !ticket.knownAt(node)) {
      throw new Refused(404, "NOT_FOUND", parts[3]);
    }
    if (parts.length == 5) {
      ticket.act(user, parts[4], body);
    }
    return new Reply(200, ticket.view(node));
  }

  private Reply register(Node node, JsonNode body) {
    String external = body.path("externalId").toString();
    for (Ticket known : tickets.values()) {
      if (known.owner == node && known.external.equals(external)) {
        return new Reply(200, known.view(node));
      }
    }
    Ticket ticket = new Ticket(node, "%s-20261121-%06d".formatted(node.code, tickets.size() + 1));
    ticket.external = external;
    ticket.data = body;
    tickets.put(ticket.id, ticket);
    node.produced++;
    if (body.path("decision").path("kind").asText().equals("ACCEPT")) {
      ticket.accept();
    }
    return new Reply(201, ticket.view(node));
  }

  private Reply onAssignments(
      Node node, String user, HttpExchange exchange, String[] parts, JsonNode body) {
    if (parts.length == 3) {
      Map<String, String> query = query(exchange);
      return page(
          query,
          tickets.values().stream()
              .flatMap(t -> t.assignments.values().stream())
              .filter(a -> a.node == node && a.unit == null && a.arrived())
              .filter(a -> a.state.equals(query.get("state")))
              .map(Assignment::view));
    }
    String id = parts[3].replace('~', '/');
    Ticket ticket = tickets.get(id.split("/")[0]);
    Assignment assignment = ticket == null ? null : ticket.assignments.get(id);
    if (assignment == null || assignment.node != node) {
      throw new Refused(404, "NOT_FOUND", id);
    }
    assignment.act(user, parts[4], body);
    return new Reply(200, assignment.view());
  }

  private Reply page(Map<String, String> query, Stream<Map<String, Object>> found) {
    List<Map<String, Object>> all = found.toList();
    int size = Integer.parseInt(query.getOrDefault("size", "20"));
    int from = Math.min(all.size(), size * Integer.parseInt(query.getOrDefault("page", "0")));
    return new Reply(
        200,
        Map.of("items", all.subList(from, Math.min(all.size(), from + size)), "total", all.size()));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  /** A receiver is as far as the origin said at the look before: it lags a little. */
  private Map<String, Object> network(Node at) {
    List<Object> streams = new ArrayList<>();
    for (Node origin : nodes.values()) {
      boolean below = false;
      for (Node n = origin.above(); n != null; n = n.above()) {
        below |= n == at;
      }
      if (below) {
        long applied = at.applied.getOrDefault(origin.code, 0L);
        at.applied.put(origin.code, origin.produced);
        String hash = origin.code.equals(corrupted) ? "other" : "h" + applied;
        streams.add(
            Map.of(
                "origin",
                Map.of("code", origin.code, "name", origin.name, "tier", origin.tier),
                "name",
                "uplink",
                "produced",
                applied,
                "received",
                applied,
                "applied",
                applied,
                "headHash",
                hash,
                "headsAgree",
                true,
                "lagMillis",
                Map.of("p50", 20, "p99", 90),
                "setAside",
                0));
      }
    }
    return Map.of(
        "streams",
        streams,
        "own",
        Map.of("produced", at.produced, "confirmed", at.produced, "headHash", "h" + at.produced));
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  private record Reply(int status, Object body) {}

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refused(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  /** One node: what it is and what it counts. */
  final class Node {
    final String code;
    final String name;
    final String tier;
    final @Nullable String parent;
    final Map<String, String> units = new LinkedHashMap<>();
    final Map<String, Long> counts = new HashMap<>();
    final Map<String, Long> applied = new HashMap<>();
    final List<String> knowledge = new ArrayList<>();
    int published;
    long produced;

    Node(String code, String name, String tier, @Nullable String parent) {
      this.code = code;
      this.name = name;
      this.tier = tier;
      this.parent = parent;
    }

    @Nullable Node above() {
      return parent == null ? null : nodes.get(parent);
    }

    void count(String what, long more) {
      counts.merge(what, more, Long::sum);
      produced++;
    }

    Map<String, Object> ref() {
      return Map.of("code", code, "name", name, "tier", tier);
    }

    Map<String, Object> reference() {
      Map<String, Object> reference = new HashMap<>();
      reference.put("node", ref());
      Node above = above();
      if (above != null) {
        reference.put("parent", above.ref());
      }
      reference.put(
          "children",
          nodes.values().stream().filter(n -> n.above() == this).map(Node::ref).toList());
      reference.put(
          "units",
          units.entrySet().stream()
              .map(u -> Map.of("code", u.getKey(), "name", u.getValue()))
              .toList());
      return reference;
    }

    Map<String, Object> summary() {
      Map<String, Object> summary = new HashMap<>(Map.of("code", code, "tier", tier));
      for (String name :
          List.of(
              "accepted",
              "refused",
              "dispatched",
              "received",
              "signedFor",
              "replied",
              "closed",
              "archived")) {
        summary.put(name, counts.getOrDefault(name, 0L));
      }
      return summary;
    }
  }

  /** What has orders: a ticket or a received assignment. */
  private abstract class Holder {
    final List<Assignment> orders = new ArrayList<>();

    abstract String holderId();

    abstract Ticket ticket();

    abstract Node holderNode();

    abstract void reconsider();

    /** The commands that every holder knows; false for others. */
    boolean actAsHolder(String action, JsonNode body) {
      switch (action) {
        case "dispatch" -> {
          for (JsonNode order : body.path("orders")) {
            place(order.path("assignee"), order.path("role").asText());
          }
          holderNode().count("dispatched", body.path("orders").size());
        }
        case "review" -> {
          Assignment order = order(body, "REPLIED");
          boolean accept = body.path("accept").asBoolean();
          order.replies.get(order.replies.size() - 1).put("review", Map.of("accepted", accept));
          order.state = accept ? "CONFIRMED" : "IN_HANDLING";
        }
        case "decide-return" -> {
          Assignment order = order(body, "RETURN_REQUESTED");
          order.returnDecided = true;
          order.state = body.path("approve").asBoolean() ? "RETURNED" : "IN_HANDLING";
        }
        case "remind", "supervise" ->
            orders.stream()
                .filter(Assignment::live)
                .forEach(order -> order.urges.add(Map.of("kind", action)));
        case "office-decide" -> order(body, "IN_HANDLING").putOff = "";
        case "decide-extension" -> order(body, "IN_HANDLING").extensionDecided = true;
        case "redo" -> {
          Assignment order = order(body, "CONFIRMED");
          order.round++;
          order.looks = 0;
          order.state = "AWAITING_SIGN_FOR";
        }
        default -> {
          return false;
        }
      }
      holderNode().produced++;
      reconsider();
      return true;
    }

    void place(JsonNode assignee, String role) {
      boolean toNode = assignee.path("kind").asText().equals("NODE");
      String code = assignee.path("code").asText();
      Node target = toNode ? nodes.get(code) : holderNode();
      if (target == null || (!toNode && !target.units.containsKey(code))) {
        throw new Refused(422, "UNKNOWN_ASSIGNEE", code);
      }
      Assignment order =
          new Assignment(
              this, holderId() + "/" + (orders.size() + 1), target, toNode ? null : code, role);
      orders.add(order);
      ticket().assignments.put(order.id, order);
      if (toNode) {
        target.count("received", 1);
      }
    }

    private Assignment order(JsonNode body, String state) {
      Assignment order = ticket().assignments.get(body.path("assignmentId").asText());
      if (order == null || order.holder != this) {
        throw new Refused(404, "NO_SUCH_ORDER", body.toString());
      }
      if (!order.state.equals(state)) {
        throw new Refused(409, "STATE_FORBIDS", order.id + " " + order.state);
      }
      return order;
    }

    boolean settled() {
      return orders.stream().anyMatch(o -> o.live() && o.role.equals("LEAD"))
          && orders.stream().noneMatch(o -> o.live() && !o.state.equals("CONFIRMED"));
    }
  }

  /** A ticket of its owner. */
  final class Ticket extends Holder {
    final Node owner;
    final String id;
    final Map<String, Assignment> assignments = new LinkedHashMap<>();
    final List<Map<String, Object>> followUps = new ArrayList<>();
    String external = "";
    String state = "REGISTERED";
    @Nullable String ground;
    JsonNode data = json.createObjectNode();

    Ticket(Node owner, String id) {
      this.owner = owner;
      this.id = id;
    }

    @Override
    String holderId() {
      return id;
    }

    @Override
    Ticket ticket() {
      return this;
    }

    @Override
    Node holderNode() {
      return owner;
    }

    boolean knownAt(Node node) {
      return owner == node
          || assignments.values().stream().anyMatch(a -> a.node == node && a.arrived());
    }

    @Override
    void reconsider() {
      boolean lead = orders.stream().anyMatch(o -> o.live() && o.role.equals("LEAD"));
      state =
          !lead
              ? "ACCEPTED"
              : settled()
                  ? "AWAITING_FOLLOW_UP"
                  : orders.stream().anyMatch(o -> o.state.equals("REPLIED"))
                      ? "IN_REVIEW"
                      : "IN_HANDLING";
    }

    void act(String user, String action, JsonNode body) {
      if (user.startsWith("unit-")) {
        throw new Refused(403, "FORBIDDEN", user);
      }
      switch (action) {
        case "accept" -> accept();
        case "refuse" -> {
          from("REGISTERED");
          ground = body.path("ground").asText();
          owner.count("refused", 1);
          state = "REFUSED";
        }
        case "answer" -> {
          from("REGISTERED");
          owner.count("accepted", 1);
          close();
        }
        case "escalate" -> {
          from("ACCEPTED");
          place(json.createObjectNode().put("kind", "NODE").put("code", owner.parent), "LEAD");
          owner.count("dispatched", 1);
          reconsider();
        }
        case "follow-up" -> {
          from("AWAITING_FOLLOW_UP");
          String satisfaction = body.path("satisfaction").asText();
          followUps.add(Map.of("satisfaction", satisfaction));
          if (!satisfaction.endsWith("DISSATISFIED")) {
            close();
          }
        }
        case "explain", "close" -> {
          from("AWAITING_FOLLOW_UP");
          close();
        }
        case "archive" -> {
          from("CLOSED");
          owner.count("archived", 1);
          state = "ARCHIVED";
        }
        default -> {
          if (!actAsHolder(action, body)) {
            throw new Refused(404, "NOT_FOUND", action);
          }
        }
      }
    }

    private void accept() {
      from("REGISTERED");
      for (Ticket other : tickets.values()) {
        if (other != this
            && other.owner == owner
            && other.state.equals("IN_HANDLING")
            && other.data.path("content").equals(data.path("content"))
            && other.data.path("requester").equals(data.path("requester"))) {
          ground = "DUPLICATE_IN_HANDLING";
          owner.count("refused", 1);
          state = "REFUSED";
          return;
        }
      }
      owner.count("accepted", 1);
      state = "ACCEPTED";
    }

    private void close() {
      owner.count("closed", 1);
      state = "CLOSED";
    }

    private void from(String expected) {
      if (!state.equals(expected)) {
        throw new Refused(409, "STATE_FORBIDS", id + " " + state + ",应为 " + expected);
      }
    }

    Map<String, Object> row() {
      return Map.of(
          "id", id,
          "title", data.path("title"),
          "state", state,
          "region", Map.of("code", data.path("region"), "name", "某地"),
          "owner", owner.ref());
    }

    Map<String, Object> view(Node at) {
      Map<String, Object> view = new HashMap<>(row());
      view.put("content", data.path("content"));
      view.put("category", data.path("category"));
      view.put("urgency", data.path("urgency"));
      view.put("mine", at == owner);
      JsonNode phone = data.path("requester").path("phone");
      view.put("requester", phone.isTextual() ? Map.of("phone", "****") : Map.of());
      if (ground != null) {
        view.put("refusal", Map.of("ground", ground));
      }
      view.put("orders", at == owner ? orders.stream().map(Assignment::order).toList() : List.of());
      view.put("followUps", followUps);
      view.put(
          "assignments",
          assignments.values().stream()
              .filter(a -> at == owner || a.node == at)
              .map(Assignment::view)
              .toList());
      return view;
    }
  }

  /** An assignment, and the order that it carries out. */
  final class Assignment extends Holder {
    final Holder holder;
    final String id;
    final Node node;
    final @Nullable String unit;
    final String role;
    final List<Map<String, Object>> replies = new ArrayList<>();
    final List<Map<String, Object>> urges = new ArrayList<>();
    String state = "AWAITING_SIGN_FOR";
    int round = 1;
    int looks;
    boolean returnAsked;
    boolean returnDecided;
    boolean extensionAsked;
    boolean extensionDecided;

    /** Who has to agree to what it asked to be put off; "" once all have. */
    @Nullable String putOff;

    Assignment(Holder holder, String id, Node node, @Nullable String unit, String role) {
      this.holder = holder;
      this.id = id;
      this.node = node;
      this.unit = unit;
      this.role = role;
    }

    @Override
    String holderId() {
      return id;
    }

    @Override
    Ticket ticket() {
      return holder.ticket();
    }

    @Override
    Node holderNode() {
      return node;
    }

    @Override
    void reconsider() {}

    boolean arrived() {
      return unit != null || ++looks > 2;
    }

    boolean live() {
      return !state.equals("RETURNED");
    }

    void act(String user, String action, JsonNode body) {
      if (unit != null && !user.equals("unit-" + unit) && !user.equals("deputy-" + unit)) {
        throw new Refused(403, "FORBIDDEN", user + " " + id);
      }
      switch (action) {
        case "sign-for" -> {
          from("AWAITING_SIGN_FOR");
          node.count("signedFor", 1);
          state = "IN_HANDLING";
        }
        case "contact", "plan" -> from("IN_HANDLING");
        case "request-return" -> {
          from("IN_HANDLING");
          returnAsked = true;
          state = "RETURN_REQUESTED";
        }
        case "request" -> {
          from("IN_HANDLING");
          putOff = "UNIT_DEPUTY";
        }
        case "sign-request" -> putOff = "OFFICE";
        case "request-extension" -> {
          from("IN_HANDLING");
          extensionAsked = true;
        }
        case "reply" -> {
          from("IN_HANDLING");
          if (!orders.isEmpty() && !settled()) {
            throw new Refused(409, "ORDERS_OUTSTANDING", id);
          }
          if (replies.isEmpty()) {
            node.count("replied", 1);
          }
          replies.add(
              new HashMap<>(Map.of("content", body.path("content").asText(), "round", round)));
          state = "REPLIED";
        }
        default -> {
          if (!actAsHolder(action, body)) {
            throw new Refused(404, "NOT_FOUND", action);
          }
        }
      }
      holder.reconsider();
    }

    private void from(String expected) {
      if (!state.equals(expected)) {
        throw new Refused(409, "STATE_FORBIDS", id + " " + state + ",应为 " + expected);
      }
    }

    private List<Object> extensions() {
      if (!extensionAsked) {
        return List.of();
      }
      return List.of(extensionDecided ? Map.of("decision", Map.of("accepted", true)) : Map.of());
    }

    private List<Object> requests() {
      if (putOff == null) {
        return List.of();
      }
      Map<String, Object> request = new HashMap<>();
      request.put("number", 1);
      request.put("kind", "ON_ACCOUNT");
      request.put("awaitsHolder", putOff.equals("OFFICE"));
      if (putOff.equals("UNIT_DEPUTY")) {
        request.put("nextAtUnit", putOff);
      }
      return List.of(request);
    }

    Map<String, Object> order() {
      Map<String, Object> order = new HashMap<>();
      order.put("assignmentId", id);
      order.put(
          "assignee",
          unit == null
              ? Map.of("kind", "NODE", "code", node.code, "name", node.name)
              : Map.of("kind", "UNIT", "code", unit, "name", "单位"));
      order.put("role", role);
      order.put(
          "state",
          switch (state) {
            case "AWAITING_SIGN_FOR" -> "PLACED";
            case "IN_HANDLING" -> "SIGNED";
            case "REPLIED" -> "ANSWERED";
            case "CONFIRMED" -> "ACCEPTED";
            default -> state;
          });
      order.put("delivery", unit == null ? "DELIVERED" : "LOCAL");
      order.put("extensions", extensions());
      order.put("urges", urges);
      order.put("requests", requests());
      if (!replies.isEmpty()) {
        order.put("reply", replies.get(replies.size() - 1));
      }
      return order;
    }

    Map<String, Object> view() {
      Map<String, Object> view = new HashMap<>();
      view.put("id", id);
      view.put("ticketId", ticket().id);
      view.put("node", node.ref());
      if (unit != null) {
        view.put("unit", Map.of("code", unit, "name", "单位"));
      }
      view.put("assigner", holder.holderNode().ref());
      view.put("role", role);
      view.put("round", round);
      view.put("state", state);
      view.put("replies", replies);
      if (returnAsked) {
        view.put("returnRequest", returnDecided ? Map.of("decision", Map.of()) : Map.of());
      }
      view.put("extensions", extensions());
      view.put("requests", requests());
      view.put("orders", orders.stream().map(Assignment::order).toList());
      return view;
    }
  }
}
