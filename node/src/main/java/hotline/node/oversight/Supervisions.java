package hotline.node.oversight;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.classification.SupervisionState;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.supervision.Supervision;
import hotline.node.supervision.SupervisionId;
import hotline.node.ticket.UnitRef;
import hotline.node.view.Ids;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which supervisions a user may see: a unit's people what is demanded of their own unit. */
@Singleton
final class Supervisions {

  static final Set<Role> READERS =
      EnumSet.of(Role.SUPERVISOR, Role.DISPATCHER, Role.REVIEWER, Role.AUDITOR, Role.UNIT_HANDLER);

  private final EntityStore entities;
  private final Rules rules;

  Supervisions(EntityStore entities, Rules rules) {
    this.entities = entities;
    this.rules = rules;
  }

  /** Those of a list, as far as the user may see them. */
  EntityFilter filter(SignedInUser user, SupervisionQuery query, Instant now) {
    boolean overdue = Boolean.TRUE.equals(query.overdue());
    SupervisionState state = overdue ? SupervisionState.ISSUED : query.state();
    return new EntityFilter(
        user.seesOwnUnitOnly() ? rules.self().codeText() : query.owner(),
        state == null ? List.of() : List.of(state.name()),
        user.unit().orElse(query.target()),
        query.ticket() == null ? null : Ids.ticket(query.ticket()).toString(),
        null,
        null,
        overdue ? now : null,
        null);
  }

  /** A page, newest first. */
  List<Supervision> page(Tx tx, EntityFilter filter, int page, int size) {
    return entities.list(tx, EntityForms.SUPERVISION, filter, page * size, size);
  }

  long count(Tx tx, EntityFilter filter) {
    return entities.count(tx, EntityForms.SUPERVISION, filter);
  }

  /** Those before {@code last}, which is the last one seen. */
  List<Supervision> before(Tx tx, EntityFilter filter, @Nullable Supervision last, int limit) {
    return entities.before(tx, EntityForms.SUPERVISION, filter, last, limit);
  }

  /**
   * The one that an address names, {@code ~} standing for {@code /}.
   *
   * @throws RefusedException when there is none that the user may see
   */
  Supervision visible(Tx tx, String address, SignedInUser user) {
    SupervisionId id = id(address);
    return entities
        .find(tx, EntityForms.SUPERVISION, id.toString())
        .filter(supervision -> !user.seesOwnUnitOnly() || isOfOwnUnit(supervision, user))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有督办 " + id));
  }

  static SupervisionId id(String address) {
    try {
      return SupervisionId.parse(address.replace('~', '/'));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private boolean isOfOwnUnit(Supervision supervision, SignedInUser user) {
    return supervision.owner().code().equals(rules.self().code())
        && supervision.about().target() instanceof UnitRef unit
        && user.unit().filter(unit.codeText()::equals).isPresent();
  }
}
