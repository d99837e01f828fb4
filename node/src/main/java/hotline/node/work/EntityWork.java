package hotline.node.work;

import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.EntityRow;
import hotline.node.store.EntityStore;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Happening;
import hotline.node.ticket.PersonalData;
import hotline.node.wire.EntityForm;
import hotline.node.wire.EntityImage;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.RecordWire;
import hotline.node.wire.TicketWire;
import hotline.sync.Tx;
import hotline.sync.stream.Journal;
import hotline.sync.stream.JournalEntry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@link UnitOfWork} is to tickets, to all other entities: locks, lets the pure decision
 * decide, writes state, record and timeline in the caller's transaction.
 */
@Singleton
public final class EntityWork {

  private static final byte[] NOTHING = {};

  private final EntityStore entities;
  private final TimelineStore timelines;
  private final Journal journal;
  private final Rules rules;
  private final Clock clock;

  EntityWork(
      EntityStore entities, TimelineStore timelines, Journal journal, Rules rules, Clock clock) {
    this.entities = entities;
    this.timelines = timelines;
    this.journal = journal;
    this.rules = rules;
    this.clock = clock;
  }

  /** Now, as exactly as it is stored. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Stores a new entity.
   *
   * @throws RefusedException when there is one of its id already
   */
  public <T> T create(Tx tx, EntityForm<T> form, Actor actor, Step<T> step) {
    T entity = step.after();
    PersonalData personal = form.personal(entity);
    byte[] bytes = personal.isEmpty() ? NOTHING : TicketWire.personal(personal);
    entities.insert(tx, EntityRow.of(form, entity, bytes));
    note(tx, form, actor, step, personal);
    return entity;
  }

  /**
   * Has an entity of this node take a decision.
   *
   * @throws RefusedException when there is none, it belongs to another node, or it is refused
   */
  public <T> T decide(
      Tx tx, EntityForm<T> form, String id, Actor actor, Function<T, Step<T>> decision) {
    T before =
        locked(tx, form, id)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "本节点没有 " + id));
    return change(tx, form, actor, before, decision);
  }

  /** The entity, its row locked; empty when there is none yet. */
  public <T> Optional<T> locked(Tx tx, EntityForm<T> form, String id) {
    return entities.lock(tx, form, id);
  }

  /** Has an entity that was locked before take a decision. */
  public <T> T change(
      Tx tx, EntityForm<T> form, Actor actor, T before, Function<T, Step<T>> decision) {
    EntityImage old = form.image(before);
    if (!form.keys(before).owner().equals(rules.self().codeText())) {
      throw new RefusedException(
          ErrorCode.NOT_OWNER, old.id() + " 由节点 " + form.keys(before).owner() + " 管理，本节点不能更改");
    }
    Step<T> step = decision.apply(before);
    entities.update(tx, EntityRow.of(form, step.after(), NOTHING), old.version());
    note(tx, form, actor, step, PersonalData.NONE);
    return step.after();
  }

  private <T> void note(
      Tx tx, EntityForm<T> form, Actor actor, Step<T> step, PersonalData personal) {
    EntityImage image = form.image(step.after());
    JournalRecord record =
        new JournalRecord(
            step.type().kind(),
            rules.self().code(),
            form.keys(step.after()).ticket(),
            now(),
            actor,
            List.of(new Happening(step.type(), null, step.text())),
            List.of(image),
            personal.isEmpty() ? Map.of() : Map.of(image.id(), personal));
    var entries = Timelines.of(record, null);
    if (!entries.isEmpty()) {
      timelines.append(tx, entries);
    }
    journal.append(
        tx, List.of(JournalEntry.uplink(RecordWire.body(record), RecordWire.personal(record))));
  }
}
