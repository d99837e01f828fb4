package hotline.node.exchange;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.store.EntityStore;
import hotline.node.store.ExchangeStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.UnitRef;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;

/**
 * What a department handles in its own system is handled there and nowhere else: its system
 * is the master for the handling, the hub for asking the citizen and for scoring.
 */
@Singleton
public final class DepartmentMaster {

  private final ExchangeStore store;
  private final EntityStore entities;
  private final Rules rules;

  DepartmentMaster(ExchangeStore store, EntityStore entities, Rules rules) {
    this.store = store;
    this.entities = entities;
    this.rules = rules;
  }

  /**
   * Refuses to let people here act on work that its department's system pushes.
   *
   * @throws RefusedException saying whose system it is
   */
  public void requireHandledHere(Tx tx, Assignment assignment) {
    UnitRef unit = assignment.charge().unit();
    if (unit == null) {
      return;
    }
    store
        .lineOf(tx, assignment.id().ticket())
        .flatMap(
            number ->
                entities.find(tx, EntityForms.LINE, Line.id(rules.self(), new LineNumber(number))))
        .filter(ExchangeController::handledElsewhere)
        .filter(line -> isOf(line, unit))
        .ifPresent(
            line -> {
              throw new RefusedException(
                  ErrorCode.EXCHANGE_RULE,
                  "工单由“" + unit.name() + "”在 " + line.number() + " 热线的业务系统办理，请在该系统中操作，办理情况会实时同步");
            });
  }

  private static boolean isOf(Line line, UnitRef unit) {
    UnitRef department = line.department();
    return department != null && department.codeText().equals(unit.codeText());
  }
}
