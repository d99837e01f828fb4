package hotline.node.federation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.EmbeddedNode;
import hotline.node.Samples;
import hotline.node.calendar.Holidays;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.store.TicketImage;
import hotline.node.store.TicketStore;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand.WithdrawTicket;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketLife;
import hotline.node.ticket.TicketState;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.RecordWire;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.stream.AppliedEntity;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.RecordApplier;
import hotline.sync.stream.StoredEntity;
import hotline.sync.stream.StreamId;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas as records of a district make them. */
class ReplicasIT {

  private static final NodeCode DISTRICT = NodeCode.of("621002");
  private static final StreamId STREAM = StreamId.uplinkOf(DISTRICT);
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  private static int sequence;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.start(folder, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement("XTR-03")
  void aReplicaIsWhatItsOwnerWroteByteForByte() throws PoisonRecordException {
    Life life = new Life();

    apply(life.registered, life.withdrawn);

    TicketImage replica = stored(life.id);
    assertThat(replica.ticket()).isEqualTo(life.after);
    assertThat(replica.image()).isEqualTo(life.lastImage());
    assertThat(replica.ticket().requester().personal().phone()).isEqualTo("19900000001");
  }

  @Test
  void whatComesTwiceOrTooLateChangesNothing() throws PoisonRecordException {
    Life life = new Life();
    apply(life.registered, life.withdrawn);
    int entries = timeline(life.id);

    apply(life.registered, life.withdrawn);
    apply(life.registered);

    assertThat(stored(life.id).ticket().state()).isEqualTo(TicketState.WITHDRAWN);
    assertThat(timeline(life.id)).isEqualTo(entries);
  }

  @Test
  void aRecordInAnothersStreamIsSetAside() {
    Life life = new Life();
    RecordApplier applier = node.bean(RecordApplier.class);
    StreamId anothers = StreamId.uplinkOf(NodeCode.of("621021"));

    assertThatExceptionOfType(PoisonRecordException.class)
        .isThrownBy(
            () ->
                node.bean(Transactions.class)
                    .<PoisonRecordException>run(
                        tx -> applier.apply(tx, anothers, List.of(life.registered))))
        .withMessageContaining("621002")
        .matches(poison -> poison.position() == life.registered.position());
  }

  @Test
  void garbageIsSetAsideByItsPosition() {
    ReceivedRecord garbage = new ReceivedRecord(7, new byte[] {1, 2, 3}, new byte[0], NOW);

    assertThatExceptionOfType(PoisonRecordException.class)
        .isThrownBy(() -> apply(garbage))
        .matches(poison -> poison.position() == 7);
  }

  @Test
  void everythingThatARecordLeavesIsReadBackAsItWasToldOf() throws PoisonRecordException {
    List<AppliedEntity> left = left(new Life());

    assertThat(left).extracting(AppliedEntity::key).anyMatch(key -> key.startsWith("ticket/"));
    assertThat(left).extracting(AppliedEntity::key).anyMatch(key -> key.startsWith("personal/"));
    assertThat(left).extracting(AppliedEntity::key).anyMatch(key -> key.startsWith("timeline/"));
    Map<String, StoredEntity> stored = stored(left);
    for (AppliedEntity entity : left) {
      if (entity.key().startsWith("ticket/") && entity.version() == 1) {
        continue; // overtaken by the second record
      }
      StoredEntity there = requireNonNull(stored.get(entity.key()));
      assertThat(there.version()).isEqualTo(entity.version());
      assertThat(there.digest()).isEqualTo(entity.digest());
      assertThat(there.coherent()).isTrue();
    }
  }

  @Test
  void aFlippedByteAColumnThatSaysOtherwiseAndALostRowAreSeen() throws Exception {
    Life life = new Life();
    List<AppliedEntity> left = left(life);
    String ticket = "ticket/" + life.id;
    byte[] good = requireNonNull(stored(left).get(ticket)).digest();

    execute("UPDATE ticket SET title = CONCAT(title, '。') WHERE ticket_id = ?", life.id);
    assertThat(requireNonNull(stored(left).get(ticket)).coherent()).isFalse();
    assertThat(requireNonNull(stored(left).get(ticket)).digest()).isEqualTo(good);

    execute(
        "UPDATE ticket SET image = CONCAT(SUBSTRING(image, 1, 30), '!', SUBSTRING(image, 32))"
            + " WHERE ticket_id = ?",
        life.id);
    assertThat(requireNonNull(stored(left).get(ticket)).digest()).isNotEqualTo(good);

    execute("DELETE FROM timeline WHERE ticket_id = ?", life.id);
    assertThat(stored(left).keySet()).noneMatch(key -> key.startsWith("timeline/"));
    execute("DELETE FROM ticket WHERE ticket_id = ?", life.id);
    assertThat(stored(left)).isEmpty();
  }

  private static List<AppliedEntity> left(Life life) throws PoisonRecordException {
    RecordApplier applier = node.bean(RecordApplier.class);
    return node.bean(Transactions.class)
        .<List<AppliedEntity>, PoisonRecordException>call(
            tx -> applier.apply(tx, STREAM, List.of(life.registered, life.withdrawn)));
  }

  private static Map<String, StoredEntity> stored(List<AppliedEntity> left) {
    return node.bean(Transactions.class)
        .call(
            tx ->
                node.bean(RecordApplier.class)
                    .stored(tx, STREAM, left.stream().map(AppliedEntity::key).toList()));
  }

  private static void execute(String sql, TicketId id) throws SQLException {
    node.bean(Transactions.class)
        .<SQLException>run(
            tx -> {
              try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                statement.setString(1, id.toString());
                assertThat(statement.executeUpdate()).isPositive();
              }
            });
  }

  private static void apply(ReceivedRecord... records) throws PoisonRecordException {
    RecordApplier applier = node.bean(RecordApplier.class);
    node.bean(Transactions.class)
        .<PoisonRecordException>run(tx -> applier.apply(tx, STREAM, List.of(records)));
  }

  private static TicketImage stored(TicketId id) {
    return node.bean(Transactions.class)
        .call(tx -> node.bean(TicketStore.class).lock(tx, id).orElseThrow());
  }

  private static int timeline(TicketId id) {
    return node.bean(Transactions.class)
        .call(tx -> node.bean(TimelineStore.class).of(tx, id).size());
  }

  /** A ticket of the district that is registered and withdrawn. */
  private static final class Life {

    private final TicketId id = new TicketId(DISTRICT, LocalDate.of(2026, 11, 20), ++sequence);
    private final Ticket after;
    private final ReceivedRecord registered;
    private final ReceivedRecord withdrawn;
    private final JournalRecord last;

    Life() {
      Policy policy = PolicyFile.bundled("qingyang");
      DecisionContext context =
          new DecisionContext(
              policy,
              new WorkingCalendar(policy.workingHours(), Holidays.bundled()),
              NOW,
              Samples.CALL_TAKER,
              new NodeRef(DISTRICT, "西峰区12345政务服务便民热线"),
              null);
      List<TicketEvent> first = events(TicketLife.register(Samples.accepted(id), context));
      Ticket ticket = TicketLife.evolve(null, first);
      List<TicketEvent> second =
          events(TicketLife.decide(ticket, new WithdrawTicket("已经解决"), context));
      after = TicketLife.evolve(ticket, second);
      registered = record(2L * sequence, JournalRecord.of(context, ticket, first));
      last = JournalRecord.of(context, after, second);
      withdrawn = record(2L * sequence + 1, last);
    }

    byte[] lastImage() {
      return last.entities().get(0).image();
    }

    private static List<TicketEvent> events(Decision<TicketEvent> decision) {
      return ((Decision.Decided<TicketEvent>) decision).events();
    }

    private static ReceivedRecord record(long position, JournalRecord record) {
      return new ReceivedRecord(
          position, RecordWire.body(record), RecordWire.personal(record), NOW);
    }
  }
}
