package hotline.node.filing;

import hotline.node.archive.ArchiveFile;
import hotline.node.archive.ArchiveItem;
import hotline.node.archive.Filing;
import hotline.node.classification.ArchiveKind;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.store.TicketStore;
import hotline.node.supervision.Supervision;
import hotline.node.telephony.Call;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.wire.EntityForm;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries out what is decided about files, in the caller's transaction. */
@Singleton
public final class ArchiveWork {

  private static final int MANY = 1000;

  private final EntityWork work;
  private final EntityStore entities;
  private final TicketStore tickets;
  private final Rules rules;

  ArchiveWork(EntityWork work, EntityStore entities, TicketStore tickets, Rules rules) {
    this.work = work;
    this.entities = entities;
    this.tickets = tickets;
    this.rules = rules;
  }

  Optional<ArchiveFile> find(Tx tx, TicketId ticket) {
    return entities.find(tx, EntityForms.ARCHIVE_FILE, ticket + "/archive");
  }

  ArchiveFile add(Tx tx, Actor actor, TicketId id, ArchiveItem item) {
    Ticket ticket =
        tickets
            .find(tx, id)
            .filter(known -> known.owner().code().equals(rules.self().code()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "本节点没有受理工单 " + id));
    return step(tx, actor, ticket, file -> Filing.add(file, item));
  }

  /** Seals the file of a ticket that has just been archived. */
  public ArchiveFile seal(Tx tx, Actor actor, Ticket ticket) {
    List<Supervision> supervisions = of(tx, EntityForms.SUPERVISION, ticket);
    List<ArchiveItem> recordings = new ArrayList<>();
    for (Call call : of(tx, EntityForms.CALL, ticket)) {
      Call.Recording recording = call.recording();
      if (recording != null) {
        recordings.add(
            new ArchiveItem(
                ArchiveKind.RECORDING, "通话 " + call.id(), recording.place(), call.startedAt()));
      }
    }
    return step(
        tx, actor, ticket, file -> Filing.seal(file, ticket, supervisions, recordings, work.now()));
  }

  private <T> List<T> of(Tx tx, EntityForm<T> form, Ticket ticket) {
    EntityFilter filter =
        new EntityFilter(null, List.of(), null, ticket.id().toString(), null, null, null, null);
    return entities.list(tx, form, filter, 0, MANY);
  }

  private ArchiveFile step(
      Tx tx, Actor actor, Ticket ticket, Function<ArchiveFile, Step<ArchiveFile>> decision) {
    Optional<ArchiveFile> there =
        work.locked(tx, EntityForms.ARCHIVE_FILE, ticket.id() + "/archive");
    return there
        .map(file -> work.change(tx, EntityForms.ARCHIVE_FILE, actor, file, decision))
        .orElseGet(
            () ->
                work.create(
                    tx,
                    EntityForms.ARCHIVE_FILE,
                    actor,
                    decision.apply(Filing.empty(ticket, rules.self(), work.now()))));
  }
}
