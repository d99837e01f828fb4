package hotline.node.wire;

import hotline.node.ticket.Contact;
import hotline.node.ticket.Handling;
import hotline.node.ticket.Reply;
import hotline.node.ticket.ReturnRequest;
import hotline.node.ticket.SignFor;
import hotline.node.ticket.Urge;
import hotline.node.ticket.Verdict;

/** The course of one dispatch, step by step. */
final class Handlings {

  private Handlings() {}

  static hotline.v1.Handling write(Handling handling) {
    hotline.v1.Handling.Builder builder = hotline.v1.Handling.newBuilder();
    if (handling.signFor() != null) {
      builder.setSignFor(write(handling.signFor()));
    }
    handling.contacts().forEach(contact -> builder.addContacts(write(contact)));
    if (handling.returnRequest() != null) {
      builder.setReturnRequest(write(handling.returnRequest()));
    }
    handling.requests().forEach(request -> builder.addRequests(Requests.write(request)));
    handling.replies().forEach(reply -> builder.addReplies(write(reply)));
    handling.urges().forEach(urge -> builder.addUrges(write(urge)));
    if (handling.plan() != null) {
      builder.setPlan(Plans.write(handling.plan()));
    }
    return builder.build();
  }

  static Handling read(hotline.v1.Handling handling) {
    return new Handling(
        handling.hasSignFor() ? read(handling.getSignFor()) : null,
        handling.getContactsList().stream().map(Handlings::read).toList(),
        handling.hasReturnRequest() ? read(handling.getReturnRequest()) : null,
        Requests.of(handling),
        handling.getRepliesList().stream().map(Handlings::read).toList(),
        handling.getUrgesList().stream().map(Handlings::read).toList(),
        handling.hasPlan() ? Plans.read(handling.getPlan()) : null);
  }

  static hotline.v1.Verdict write(Verdict verdict) {
    hotline.v1.Verdict.Builder builder =
        hotline.v1.Verdict.newBuilder()
            .setApproved(verdict.approved())
            .setAtMicros(Basics.micros(verdict.at()))
            .setBy(Basics.write(verdict.by()));
    if (verdict.opinion() != null) {
      builder.setOpinion(verdict.opinion());
    }
    return builder.build();
  }

  static Verdict read(hotline.v1.Verdict verdict) {
    return new Verdict(
        verdict.getApproved(),
        verdict.hasOpinion() ? verdict.getOpinion() : null,
        Basics.instant(verdict.getAtMicros()),
        Basics.read(verdict.getBy()));
  }

  static hotline.v1.SignFor write(SignFor signFor) {
    return hotline.v1.SignFor.newBuilder()
        .setAtMicros(Basics.micros(signFor.at()))
        .setBy(Basics.write(signFor.by()))
        .setDeemed(signFor.deemed())
        .build();
  }

  static SignFor read(hotline.v1.SignFor signFor) {
    return new SignFor(
        Basics.instant(signFor.getAtMicros()), Basics.read(signFor.getBy()), signFor.getDeemed());
  }

  static hotline.v1.Contact write(Contact contact) {
    return hotline.v1.Contact.newBuilder()
        .setAtMicros(Basics.micros(contact.at()))
        .setBy(Basics.write(contact.by()))
        .setNote(contact.note())
        .setWay(Enums.CONTACT_WAY.toProto(contact.way()))
        .setResult(Enums.CONTACT_RESULT.toProto(contact.result()))
        .build();
  }

  static Contact read(hotline.v1.Contact contact) {
    return new Contact(
        Basics.instant(contact.getAtMicros()),
        Basics.read(contact.getBy()),
        contact.getNote(),
        Enums.CONTACT_WAY.toDomain(contact.getWay()),
        Enums.CONTACT_RESULT.toDomain(contact.getResult()));
  }

  static hotline.v1.ReturnRequest write(ReturnRequest request) {
    hotline.v1.ReturnRequest.Builder builder =
        hotline.v1.ReturnRequest.newBuilder()
            .setReason(request.reason())
            .setBasis(request.basis())
            .setSuggestion(request.suggestion())
            .setAtMicros(Basics.micros(request.at()))
            .setBy(Basics.write(request.by()))
            .setLate(request.late());
    if (request.verdict() != null) {
      builder.setVerdict(write(request.verdict()));
    }
    return builder.build();
  }

  static ReturnRequest read(hotline.v1.ReturnRequest request) {
    return new ReturnRequest(
        request.getReason(),
        request.getBasis(),
        request.getSuggestion(),
        Basics.instant(request.getAtMicros()),
        Basics.read(request.getBy()),
        request.getLate(),
        request.hasVerdict() ? read(request.getVerdict()) : null);
  }

  static hotline.v1.Reply write(Reply reply) {
    hotline.v1.Reply.Builder builder =
        hotline.v1.Reply.newBuilder()
            .setContent(reply.content())
            .setResolved(reply.resolved())
            .setContactedRequester(reply.contactedRequester())
            .setRound(reply.round())
            .setAtMicros(Basics.micros(reply.at()))
            .setBy(Basics.write(reply.by()));
    if (reply.review() != null) {
      builder.setReview(write(reply.review()));
    }
    return builder.build();
  }

  static Reply read(hotline.v1.Reply reply) {
    return new Reply(
        reply.getContent(),
        reply.getResolved(),
        reply.getContactedRequester(),
        reply.getRound(),
        Basics.instant(reply.getAtMicros()),
        Basics.read(reply.getBy()),
        reply.hasReview() ? read(reply.getReview()) : null);
  }

  static hotline.v1.Urge write(Urge urge) {
    return hotline.v1.Urge.newBuilder()
        .setKind(Enums.URGE_KIND.toProto(urge.kind()))
        .setText(urge.text())
        .setAtMicros(Basics.micros(urge.at()))
        .setBy(Basics.write(urge.by()))
        .build();
  }

  static Urge read(hotline.v1.Urge urge) {
    return new Urge(
        Enums.URGE_KIND.toDomain(urge.getKind()),
        urge.getText(),
        Basics.instant(urge.getAtMicros()),
        Basics.read(urge.getBy()));
  }
}
