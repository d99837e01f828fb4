package hotline.local.demo.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import hotline.local.demo.appeal.Appeal;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.AssignmentView;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.PageOf;
import hotline.local.demo.client.Reference;
import hotline.local.demo.client.TicketRow;
import hotline.local.demo.client.TicketView;
import java.io.IOException;
import java.util.Map;

/** The desks of one node: its requests, each made as the user whose work it is. */
final class Desk {

  static final int PAGE = 200;

  private final HttpNode node;
  private final Reference reference;

  private Desk(HttpNode node, Reference reference) {
    this.node = node;
    this.reference = reference;
  }

  static Desk at(HttpNode node) throws ApiRefusal, IOException, InterruptedException {
    return new Desk(node, node.get(Users.DISPATCHER, "/api/reference", Reference.class));
  }

  String code() {
    return node.code();
  }

  Reference reference() {
    return reference;
  }

  HttpNode node() {
    return node;
  }

  HttpNode.Answer<TicketView> register(Appeal appeal)
      throws ApiRefusal, IOException, InterruptedException {
    return node.post(Users.CALL_TAKER, "/api/tickets", Intake.registered(appeal), TicketView.class);
  }

  TicketView ticket(String id) throws ApiRefusal, IOException, InterruptedException {
    return node.get(Users.DISPATCHER, "/api/tickets/" + id, TicketView.class);
  }

  TicketView act(String user, TicketView ticket, String action, Map<String, ?> body)
      throws ApiRefusal, IOException, InterruptedException {
    return node.post(user, "/api/tickets/" + ticket.id() + "/" + action, body, TicketView.class)
        .body();
  }

  AssignmentView act(String user, AssignmentView assignment, String action, Map<String, ?> body)
      throws ApiRefusal, IOException, InterruptedException {
    return node.post(
            user,
            "/api/assignments/" + assignment.id().replace('/', '~') + "/" + action,
            body,
            AssignmentView.class)
        .body();
  }

  /** How many tickets of this node are in one state. */
  long countOwn(String state) throws ApiRefusal, IOException, InterruptedException {
    return own(state, 0, 1).total();
  }

  /** A page of the tickets of this node in one state. */
  PageOf<TicketRow> own(String state, int page)
      throws ApiRefusal, IOException, InterruptedException {
    return own(state, page, PAGE);
  }

  private PageOf<TicketRow> own(String state, int page, int size)
      throws ApiRefusal, IOException, InterruptedException {
    return node.get(
        Users.DISPATCHER,
        "/api/tickets?owner=%s&state=%s&page=%d&size=%d".formatted(code(), state, page, size),
        new TypeReference<>() {});
  }

  /** A page of what the node itself received from a neighbour, in one state. */
  PageOf<AssignmentView> received(String state, int page)
      throws ApiRefusal, IOException, InterruptedException {
    return node.get(
        Users.DISPATCHER,
        "/api/assignments?unit=NONE&state=%s&page=%d&size=%d".formatted(state, page, PAGE),
        new TypeReference<>() {});
  }
}
