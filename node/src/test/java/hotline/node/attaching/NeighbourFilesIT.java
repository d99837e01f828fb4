package hotline.node.attaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.local.servers.FreePorts;
import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.Samples;
import hotline.node.attachment.Attachment;
import hotline.node.classification.AttachmentAbout;
import hotline.node.classification.HandlingRole;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.TicketId;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import hotline.sync.blob.BlobException;
import hotline.sync.blob.BlobSource;
import hotline.sync.link.Enrolment;
import hotline.sync.trust.Address;
import hotline.sync.trust.IdentityFolder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a neighbour may fetch. */
class NeighbourFilesIT {

  private static final NodeCode DISTRICT = NodeCode.of("621002");
  private static final NodeCode OTHER = NodeCode.of("621021");
  private static final NodeCode STRANGER = NodeCode.of("630000");
  private static final byte[] CONTENT = "%PDF-1.7 现场说明".getBytes(StandardCharsets.UTF_8);

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    int port = FreePorts.next();
    node =
        EmbeddedNode.withUsers(
            folder.resolve("node"), Clock.systemUTC(), Map.of("hotline.node.grpc-port", port));
    http = node.http();
    for (NodeCode child : List.of(DISTRICT, OTHER)) {
      String name = "节点" + child + "12345政务服务便民热线";
      String token =
          http.post(
                  "admin",
                  "/api/enrolments",
                  Map.of("code", child.value(), "name", name, "tier", "DISTRICT"))
              .text("token");
      new Enrolment(
              new IdentityFolder(folder.resolve(child.value()), Clock.systemUTC()),
              Clock.systemUTC())
          .enrol(
              token,
              child,
              name,
              new Address("127.0.0.1", port),
              new Address("127.0.0.1", FreePorts.next()));
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement("SEC-03")
  void aChildGetsTheFilesOfWhatItWasSentAndOfNothingElse() throws Exception {
    TicketId ticket = accepted();
    Attachment file = attached(ticket);
    byte[] hash = file.hash().bytes();
    refused(DISTRICT, file.id(), hash);

    sendTo(ticket, DISTRICT);

    try (InputStream bytes = open(DISTRICT, file.id(), hash)) {
      assertThat(bytes.readAllBytes()).isEqualTo(CONTENT);
    }
    refused(OTHER, file.id(), hash);
    refused(STRANGER, file.id(), hash);
    refused(DISTRICT, file.id(), new byte[32]);
    refused(DISTRICT, "621000-none", hash);
  }

  @Test
  void theSameBytesUnderAnotherTicketsFileAreNotGivenAway() throws Exception {
    TicketId sent = accepted();
    TicketId kept = accepted();
    Attachment shown = attached(sent);
    Attachment hidden = attached(kept);
    sendTo(sent, DISTRICT);

    open(DISTRICT, shown.id(), shown.hash().bytes()).close();
    refused(DISTRICT, hidden.id(), hidden.hash().bytes());
  }

  private static void refused(NodeCode asker, String reference, byte[] hash) {
    assertThatExceptionOfType(BlobException.class)
        .isThrownBy(() -> open(asker, reference, hash).close())
        .matches(e -> e.kind() == BlobException.Kind.NOT_FOUND);
  }

  private static InputStream open(NodeCode asker, String reference, byte[] hash) throws Exception {
    return node.bean(BlobSource.class).open(asker, reference, hash);
  }

  private static TicketId accepted() {
    TicketId id = node.bean(TicketNumbers.class).next();
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.register(Samples.accepted(id));
              unit.settled(id);
              return id;
            });
    return id;
  }

  private static void sendTo(TicketId ticket, NodeCode child) {
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(
                  ticket,
                  new PlaceOrders(
                      List.of(
                          new OrderDraft(
                              new NodeRef(child, "节点" + child), HandlingRole.LEAD, null))));
              unit.settled(ticket);
              return ticket;
            });
  }

  private static Attachment attached(TicketId ticket) throws Exception {
    return node.bean(Attaching.class)
        .bring(
            new NewFile(ticket, AttachmentAbout.APPEAL, null, "说明.pdf", Samples.CALL_TAKER, 5),
            new ByteArrayInputStream(CONTENT));
  }
}
