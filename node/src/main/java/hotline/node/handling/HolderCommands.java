package hotline.node.handling;

import hotline.node.classification.Approver;
import hotline.node.classification.UrgeKind;
import hotline.node.handling.ActionRequests.Decide;
import hotline.node.handling.ActionRequests.DecideRequest;
import hotline.node.handling.ActionRequests.Redo;
import hotline.node.handling.ActionRequests.Review;
import hotline.node.handling.ActionRequests.Urge;
import hotline.node.ticket.HolderCommand;
import hotline.node.view.Ids;

/** What holders of orders are asked to do: tickets and received assignments alike. */
final class HolderCommands {

  private HolderCommands() {}

  static HolderCommand review(Review body) {
    return new HolderCommand.ReviewReply(
        Ids.assignment(body.assignmentId()), body.accept(), body.opinion());
  }

  static HolderCommand decideReturn(Decide body) {
    return decideReturn(body, false);
  }

  static HolderCommand decideReturn(Decide body, boolean withinDuty) {
    return new HolderCommand.DecideReturn(
        Ids.assignment(body.assignmentId()), body.approve(), body.opinion(), withinDuty);
  }

  static HolderCommand decideExtension(Decide body) {
    return new HolderCommand.DecideExtension(
        Ids.assignment(body.assignmentId()), body.approve(), body.opinion());
  }

  static HolderCommand decideRequest(DecideRequest body, Approver as) {
    return new HolderCommand.DecideRequest(
        Ids.assignment(body.assignmentId()), body.number(), as, body.approve(), body.opinion());
  }

  static HolderCommand redo(Redo body) {
    return new HolderCommand.RedoOrder(
        Ids.assignment(body.assignmentId()), body.groundOrDefault(), body.reason());
  }

  static HolderCommand urge(Urge body, UrgeKind kind) {
    return new HolderCommand.UrgeOrders(
        body.assignmentId() == null ? null : Ids.assignment(body.assignmentId()),
        kind,
        body.text());
  }
}
