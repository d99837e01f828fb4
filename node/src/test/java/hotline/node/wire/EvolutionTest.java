package hotline.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import hotline.node.classification.Category;
import hotline.node.classification.RecordKind;
import hotline.node.ticket.EventType;
import hotline.node.ticket.TicketState;
import hotline.v1.Actor;
import hotline.v1.Appeal;
import hotline.v1.Happening;
import hotline.v1.InstructionCommand;
import hotline.v1.NodeRef;
import hotline.v1.Record;
import hotline.v1.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an older node does with what a newer one sends. */
class EvolutionTest {

  private static final int NEWER = 4711;
  private static final String ID = "621000-20261121-000042";

  private static final Ticket FROM_NEWER_NODE =
      Ticket.newBuilder()
          .setId(ID)
          .setVersion(3)
          .setOwner(NodeRef.newBuilder().setCode("621000").setName("庆阳市"))
          .setAppeal(Appeal.newBuilder().setCategoryValue(NEWER).setTitle("标题"))
          .setStateValue(NEWER)
          .setUnknownFields(
              UnknownFieldSet.newBuilder()
                  .addField(
                      NEWER,
                      UnknownFieldSet.Field.newBuilder()
                          .addLengthDelimited(ByteString.copyFromUtf8("新字段"))
                          .build())
                  .build())
          .build();

  @Test
  void anUnknownCodeReadsAsUnknown() {
    var ticket = TicketWire.read(FROM_NEWER_NODE.toByteArray(), new byte[0]);

    assertThat(ticket.state()).isEqualTo(TicketState.UNKNOWN);
    assertThat(ticket.appeal().category()).isEqualTo(Category.UNKNOWN);
    assertThat(ticket.appeal().title()).isEqualTo("标题");
  }

  @Test
  void anImageComesOutOfARecordByteForByte() {
    byte[] image = FROM_NEWER_NODE.toByteArray();
    Record sent =
        Record.newBuilder()
            .setKindValue(NEWER)
            .setNode("621000")
            .setTicketId(ID)
            .setActor(Actor.newBuilder().setKindValue(NEWER).setRoleValue(NEWER).setId("x"))
            .addHappenings(Happening.newBuilder().setTypeValue(NEWER).setText("新事件"))
            .addEntities(
                hotline.v1.EntityImage.newBuilder()
                    .setTypeValue(NEWER)
                    .setId(ID)
                    .setVersion(3)
                    .setImage(ByteString.copyFrom(image)))
            .build();

    JournalRecord read = RecordWire.read(sent.toByteArray(), new byte[0]);

    assertThat(read.kind()).isEqualTo(RecordKind.UNKNOWN);
    assertThat(read.happenings().get(0).type()).isEqualTo(EventType.UNKNOWN);
    assertThat(read.happenings().get(0).text()).isEqualTo("新事件");
    assertThat(read.actor().role()).isNull();
    assertThat(read.entities().get(0)).isEqualTo(new EntityImage(EntityType.UNKNOWN, ID, 3, image));
    assertThat(image).containsSequence("新字段".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTicketThatIsHandedOnKeepsWhatThisVersionDoesNotKnow() throws Exception {
    byte[] image = FROM_NEWER_NODE.toByteArray();
    byte[] command =
        InstructionCommand.newBuilder()
            .setAssignmentId(ID + "/1")
            .setTicket(
                hotline.v1.TicketCopy.newBuilder()
                    .setId(ID)
                    .setVersion(3)
                    .setImage(ByteString.copyFrom(image)))
            .setCancelled(InstructionCommand.Cancelled.newBuilder().setReason("撤单"))
            .build()
            .toByteArray();

    var read = (NeighbourCommand.Instructed) CommandWire.decode("instruction.Cancelled", command);

    TicketCopy copy = Objects.requireNonNull(read.ticket());
    assertThat(copy.image()).isEqualTo(image);
    assertThat(Ticket.parseFrom(copy.image()).getAppeal().getCategoryValue()).isEqualTo(NEWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"instruction.Newer", "report.Newer"})
  void aCommandThatOnlyANewerNodeKnowsIsRefusedNotMisread(String type) {
    byte[] payload =
        InstructionCommand.newBuilder().setAssignmentId(ID + "/1").build().toByteArray();

    assertThatThrownBy(() -> CommandWire.decode(type, payload))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("that this version does not know");
  }

  @Test
  void rubbishIsRefused() {
    byte[] rubbish = {1, 2, 3, 4, 5};

    assertThatThrownBy(() -> TicketWire.read(rubbish, new byte[0]))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> TicketWire.read(new byte[0], new byte[0]))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> AssignmentWire.read(rubbish)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> AssignmentWire.read(new byte[0])).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> RecordWire.read(rubbish, new byte[0]))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> RecordWire.read(new byte[0], new byte[0]))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> CommandWire.decode("report.Replied", rubbish))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> CommandWire.decode("toast.Burnt", rubbish))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("toast.Burnt");
  }
}
