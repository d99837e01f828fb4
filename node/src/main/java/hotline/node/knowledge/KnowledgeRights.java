package hotline.node.knowledge;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.KnowledgeState;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.knowledge.KnowledgeViews.Action;
import hotline.node.store.KnowledgeStore.KnowledgeVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may do what with knowledge: a unit's people with their unit's, reviewers with all (KB-03).
 */
final class KnowledgeRights {

  private static final Set<Role> UNIT_PEOPLE =
      EnumSet.of(Role.UNIT_HANDLER, Role.UNIT_DEPUTY, Role.UNIT_PRINCIPAL);
  private static final Set<Role> REPORTERS =
      EnumSet.of(Role.REVIEWER, Role.POLICY_SPECIALIST, Role.CALL_TAKER);
  private static final Set<Role> PUBLISHERS = EnumSet.of(Role.REVIEWER);

  private KnowledgeRights() {}

  static List<Action> actions(SignedInUser user, KnowledgeVersion newest) {
    List<Action> actions = new ArrayList<>();
    if (ofUnit(user) || mayReport(user)) {
      actions.add(Action.REVISE);
    }
    if (mayPublish(user) && newest.state() == KnowledgeState.DRAFT) {
      actions.add(Action.PUBLISH);
      actions.add(Action.RETURN);
    }
    if ((mayPublish(user) || ofUnit(user)) && newest.state() != KnowledgeState.WITHDRAWN) {
      actions.add(Action.WITHDRAW);
    }
    return actions;
  }

  static boolean sees(SignedInUser user, KnowledgeVersion version) {
    return user.unit().map(version.knowledge().unit()::equals).orElse(true);
  }

  /** Whether he works for a unit, and with its knowledge only. */
  static boolean ofUnit(SignedInUser user) {
    return user.seesOwnUnitOnly() && user.hasAny(UNIT_PEOPLE);
  }

  static void requireReporter(SignedInUser user) {
    if (!ofUnit(user)) {
      Permissions.require(user, REPORTERS, "报送知识");
    }
  }

  static void requirePublisher(SignedInUser user, String what) {
    if (!mayPublish(user)) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "“" + what + "”须由热线平台的审核员进行");
    }
  }

  private static boolean mayReport(SignedInUser user) {
    return user.hasAny(REPORTERS);
  }

  private static boolean mayPublish(SignedInUser user) {
    return !user.seesOwnUnitOnly() && user.hasAny(PUBLISHERS);
  }
}
