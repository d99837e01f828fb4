package hotline.node.oversight;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.EntityRow;
import hotline.node.store.EntityStore;
import hotline.node.supervision.About;
import hotline.node.supervision.Demand;
import hotline.node.supervision.Supervision;
import hotline.node.supervision.SupervisionCommand;
import hotline.node.supervision.SupervisionCommand.Explain;
import hotline.node.supervision.SupervisionId;
import hotline.node.supervision.SupervisionLife;
import hotline.node.ticket.Actor;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.NodeRef;
import hotline.node.wire.CommandPayload;
import hotline.node.wire.EntityForms;
import hotline.node.wire.EntityType;
import hotline.node.wire.SupervisionCommandWire;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.command.CommandDraft;
import hotline.sync.command.CommandOutbox;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out what is decided about supervisions: state, record and timeline in the caller's
 * transaction, and the command that tells a supervised child how it stands.
 */
@Singleton
public final class SupervisionWork {

  private static final byte[] NOTHING = {};

  private final EntityWork work;
  private final EntityStore entities;
  private final Rules rules;

  /** Looked up late: what the command link receives comes here. */
  private final Provider<CommandOutbox> outbox;

  SupervisionWork(
      EntityWork work, EntityStore entities, Rules rules, Provider<CommandOutbox> outbox) {
    this.work = work;
    this.entities = entities;
    this.rules = rules;
    this.outbox = outbox;
  }

  boolean exists(Tx tx, SupervisionId id) {
    return entities.find(tx, EntityForms.SUPERVISION, id.toString()).isPresent();
  }

  /** Those of the ids that there are. */
  Set<String> existing(Tx tx, List<SupervisionId> ids) {
    return entities.existing(
        tx, EntityForms.SUPERVISION, ids.stream().map(SupervisionId::toString).toList());
  }

  /**
   * Issues a supervision.
   *
   * @throws RefusedException when the rules refuse it or there is one of this id
   */
  Supervision issue(Tx tx, Actor actor, SupervisionId id, About about, Demand demand) {
    Supervision issued =
        work.create(
            tx,
            EntityForms.SUPERVISION,
            actor,
            SupervisionLife.issue(id, about, demand, context(actor)));
    tellChild(tx, issued);
    return issued;
  }

  /** Has a supervision of this node take a command. */
  Supervision decide(Tx tx, Actor actor, SupervisionId id, SupervisionCommand command) {
    Supervision after =
        work.decide(
            tx,
            EntityForms.SUPERVISION,
            id.toString(),
            actor,
            supervision -> SupervisionLife.decide(supervision, command, context(actor)));
    tellChild(tx, after);
    return after;
  }

  /** This node explains itself to the node above, which owns the supervision. */
  void explainUpward(Tx tx, Supervision supervision, String text) {
    if (text.isBlank()) {
      throw new RefusedException(ErrorCode.SUPERVISION_RULE, "情况说明不能为空");
    }
    enqueue(
        tx,
        supervision.owner().code(),
        supervision.id(),
        SupervisionCommandWire.explained(supervision.id(), text.strip()));
  }

  /** Takes in how a supervision of the node above stands. */
  public void stands(Tx tx, NodeCode sender, Supervision supervision) {
    requireIs(supervision.owner(), sender, supervision.id());
    if (!isSelf(supervision.about().target().codeText())) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "督办 " + supervision.id() + " 的对象不是本节点");
    }
    entities.mergeAll(
        tx,
        EntityType.SUPERVISION,
        List.of(EntityRow.of(EntityForms.SUPERVISION, supervision, NOTHING)));
  }

  /** Takes in a child's explanation; the decision itself asks whether it is the one supervised. */
  public void explained(Tx tx, NodeCode sender, SupervisionCommandWire.Explained explained) {
    decide(tx, Actor.node(sender), explained.id(), new Explain(explained.text()));
  }

  private void tellChild(Tx tx, Supervision supervision) {
    if (supervision.about().target() instanceof NodeRef child) {
      enqueue(tx, child.code(), supervision.id(), SupervisionCommandWire.stands(supervision));
    }
  }

  private void enqueue(Tx tx, NodeCode target, SupervisionId id, CommandPayload command) {
    outbox
        .get()
        .enqueue(tx, new CommandDraft(target, order(id), command.type(), command.payload()));
  }

  /** Commands about one supervision keep their order; its id is too long to be their key. */
  private static String order(SupervisionId id) {
    return UUID.nameUUIDFromBytes(id.value().getBytes(StandardCharsets.US_ASCII)).toString();
  }

  private DecisionContext context(Actor actor) {
    return rules.context(actor, work.now(), null);
  }

  private boolean isSelf(String code) {
    return rules.self().codeText().equals(code);
  }

  private static void requireIs(NodeRef owner, NodeCode sender, SupervisionId id) {
    if (!owner.code().equals(sender)) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN, "督办 " + id + " 由“" + owner.name() + "”管理，不能由节点 " + sender + " 下达");
    }
  }
}
