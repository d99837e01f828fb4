package hotline.node.wire;

import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Charge;
import hotline.node.ticket.Conclusion;
import hotline.node.ticket.Order;
import hotline.node.ticket.Orders;
import hotline.node.ticket.Subject;
import hotline.node.ticket.Terms;
import java.util.List;

/** Orders and what goes with them to the assignee. */
final class OrderForms {

  private OrderForms() {}

  static List<hotline.v1.Order> write(Orders orders) {
    return orders.all().stream().map(OrderForms::write).toList();
  }

  static Orders read(List<hotline.v1.Order> orders, List<hotline.v1.JointMeeting> meetings) {
    return orders.isEmpty() && meetings.isEmpty()
        ? Orders.NONE
        : new Orders(
            orders.stream().map(OrderForms::read).toList(),
            meetings.stream().map(Teams::read).toList());
  }

  static hotline.v1.Order write(Order order) {
    hotline.v1.Order.Builder builder =
        hotline.v1.Order.newBuilder()
            .setAssignmentId(order.assignment().toString())
            .setAssignee(Basics.write(order.assignee()))
            .setRole(Enums.HANDLING_ROLE.toProto(order.role()))
            .setRound(order.round())
            .setState(Enums.ORDER_STATE.toProto(order.state()))
            .setTerms(write(order.terms()))
            .setDelivery(Enums.DELIVERY.toProto(order.delivery()))
            .setHandling(Handlings.write(order.handling()))
            .setBriefing(Teams.write(order.briefing()));
    if (order.note() != null) {
      builder.setNote(order.note());
    }
    if (order.problem() != null) {
      builder.setProblem(order.problem());
    }
    return builder.build();
  }

  static Order read(hotline.v1.Order order) {
    return new Order(
        AssignmentId.parse(order.getAssignmentId()),
        Basics.read(order.getAssignee()),
        Enums.HANDLING_ROLE.toDomain(order.getRole()),
        order.hasNote() ? order.getNote() : null,
        order.getRound(),
        Enums.ORDER_STATE.toDomain(order.getState()),
        read(order.getTerms()),
        Enums.DELIVERY.toDomain(order.getDelivery()),
        order.hasProblem() ? order.getProblem() : null,
        Handlings.read(order.getHandling()),
        Teams.read(order.getBriefing()));
  }

  static hotline.v1.Terms write(Terms terms) {
    hotline.v1.Terms.Builder builder =
        hotline.v1.Terms.newBuilder()
            .setDispatchedAtMicros(Basics.micros(terms.dispatchedAt()))
            .setSignForDue(Basics.write(terms.signForDue()))
            .setReturnBy(Basics.write(terms.returnBy()))
            .setDue(Basics.write(terms.due()))
            .setLatestDue(Basics.write(terms.latestDue()))
            .setFeedbackSuffices(terms.feedbackSuffices());
    if (terms.basis() != null) {
      builder.setBasis(Basics.write(terms.basis()));
    }
    if (terms.feedbackBy() != null) {
      builder.setFeedbackBy(Basics.write(terms.feedbackBy()));
    }
    return builder.build();
  }

  static Terms read(hotline.v1.Terms terms) {
    return new Terms(
        Basics.instant(terms.getDispatchedAtMicros()),
        Basics.read(terms.getSignForDue()),
        Basics.read(terms.getReturnBy()),
        terms.hasFeedbackBy() ? Basics.read(terms.getFeedbackBy()) : null,
        Basics.read(terms.getDue()),
        Basics.read(terms.getLatestDue()),
        terms.getFeedbackSuffices(),
        terms.hasBasis() ? Basics.read(terms.getBasis()) : null);
  }

  static hotline.v1.Charge write(Charge charge) {
    hotline.v1.Charge.Builder builder =
        hotline.v1.Charge.newBuilder()
            .setAssigner(Basics.write(charge.assigner()))
            .setNode(Basics.write(charge.node()))
            .setRole(Enums.HANDLING_ROLE.toProto(charge.role()))
            .setBriefing(Teams.write(charge.briefing()));
    if (charge.unit() != null) {
      builder.setUnit(Basics.write(charge.unit()));
    }
    if (charge.note() != null) {
      builder.setNote(charge.note());
    }
    return builder.build();
  }

  static Charge read(hotline.v1.Charge charge) {
    return new Charge(
        Basics.read(charge.getAssigner()),
        Basics.read(charge.getNode()),
        charge.hasUnit() ? Basics.read(charge.getUnit()) : null,
        Enums.HANDLING_ROLE.toDomain(charge.getRole()),
        charge.hasNote() ? charge.getNote() : null,
        Teams.read(charge.getBriefing()));
  }

  static hotline.v1.Subject write(Subject subject) {
    hotline.v1.Subject.Builder builder =
        hotline.v1.Subject.newBuilder()
            .setOwner(Basics.write(subject.owner()))
            .setCategory(Enums.CATEGORY.toProto(subject.category()))
            .setUrgency(Enums.URGENCY.toProto(subject.urgency()))
            .setEnterprise(subject.enterprise())
            .setRequesterReachable(subject.requesterReachable());
    if (subject.citizenDue() != null) {
      builder.setCitizenDue(Basics.write(subject.citizenDue()));
    }
    if (subject.matter() != null) {
      builder.setMatter(subject.matter());
    }
    return builder.build();
  }

  static Subject read(hotline.v1.Subject subject) {
    return new Subject(
        Basics.read(subject.getOwner()),
        Enums.CATEGORY.toDomain(subject.getCategory()),
        Enums.URGENCY.toDomain(subject.getUrgency()),
        subject.getEnterprise(),
        subject.getRequesterReachable(),
        subject.hasCitizenDue() ? Basics.read(subject.getCitizenDue()) : null,
        subject.hasMatter() ? subject.getMatter() : null);
  }

  static hotline.v1.Conclusion write(Conclusion conclusion) {
    hotline.v1.Conclusion.Builder builder =
        hotline.v1.Conclusion.newBuilder()
            .setKind(Enums.CLOSURE_KIND.toProto(conclusion.kind()))
            .setAtMicros(Basics.micros(conclusion.at()));
    if (conclusion.satisfaction() != null) {
      builder.setSatisfaction(Enums.SATISFACTION.toProto(conclusion.satisfaction()));
    }
    return builder.build();
  }

  static Conclusion read(hotline.v1.Conclusion conclusion) {
    return new Conclusion(
        Enums.CLOSURE_KIND.toDomain(conclusion.getKind()),
        conclusion.getSatisfactionValue() == 0
            ? null
            : Enums.SATISFACTION.toDomain(conclusion.getSatisfaction()),
        Basics.instant(conclusion.getAtMicros()));
  }
}
