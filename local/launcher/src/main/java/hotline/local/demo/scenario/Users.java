package hotline.local.demo.scenario;

import hotline.local.demo.client.AssignmentView;
import hotline.local.demo.client.Ref;

/** The demo users by what they do at a node. */
final class Users {

  static final String CALL_TAKER = "huawu";
  static final String DISPATCHER = "paidan";
  static final String REVIEWER = "shenhe";
  static final String FOLLOW_UP = "huifang";
  static final String SUPERVISOR = "duban";
  static final String POLICY_SPECIALIST = "zhengce";
  static final String OFFICE = "bangongshi";
  static final String ADMIN = "admin";

  private Users() {}

  /** The leader of the unit who signs what it asks to be put off. */
  static String deputyOf(AssignmentView assignment) {
    Ref unit = assignment.unit();
    return unit == null ? ADMIN : "deputy-" + unit.code();
  }

  /** Who carries an assignment out: the unit's handler, or the dispatcher of a node that got it. */
  static String handlerOf(AssignmentView assignment) {
    Ref unit = assignment.unit();
    return unit == null ? DISPATCHER : "unit-" + unit.code();
  }
}
