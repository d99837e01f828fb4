package hotline.node.wire;

import hotline.node.classification.RequestKind;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Request;
import hotline.node.ticket.Signature;
import hotline.node.ticket.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What assignees ask for, with the signatures. */
final class Requests {

  private Requests() {}

  static hotline.v1.Request write(Request request) {
    hotline.v1.Request.Builder builder =
        hotline.v1.Request.newBuilder()
            .setNumber(request.number())
            .setKind(Enums.REQUEST_KIND.toProto(request.kind()))
            .setRound(request.round())
            .setReason(request.reason())
            .setWorkingDays(request.workingDays())
            .setRequesterInformed(request.requesterInformed())
            .setRequesterConsents(request.requesterConsents())
            .setAtMicros(Basics.micros(request.at()))
            .setBy(Basics.write(request.by()));
    if (request.basis() != null) {
      builder.setBasis(request.basis());
    }
    if (request.until() != null) {
      builder.setUntil(Basics.write(request.until()));
    }
    Request.Behalf behalf = request.behalf();
    if (behalf != null) {
      builder.setBehalf(
          hotline.v1.Request.Behalf.newBuilder()
              .setAssignmentId(behalf.order().toString())
              .setNumber(behalf.number()));
    }
    request.atUnit().forEach(step -> builder.addAtUnit(Enums.APPROVER.toProto(step)));
    request.signatures().forEach(signature -> builder.addSignatures(write(signature)));
    if (request.verdict() != null) {
      builder.setVerdict(Handlings.write(request.verdict()));
    }
    return builder.build();
  }

  static Request read(hotline.v1.Request request) {
    return new Request(
        request.getNumber(),
        Enums.REQUEST_KIND.toDomain(request.getKind()),
        request.getRound(),
        request.getReason(),
        request.hasBasis() ? request.getBasis() : null,
        request.getWorkingDays(),
        request.hasUntil() ? Basics.read(request.getUntil()) : null,
        request.getRequesterInformed(),
        request.getRequesterConsents(),
        request.hasBehalf()
            ? new Request.Behalf(
                AssignmentId.parse(request.getBehalf().getAssignmentId()),
                request.getBehalf().getNumber())
            : null,
        Basics.instant(request.getAtMicros()),
        Basics.read(request.getBy()),
        request.getAtUnitList().stream().map(Enums.APPROVER::toDomain).toList(),
        request.getSignaturesList().stream().map(Requests::read).toList(),
        request.hasVerdict() ? Handlings.read(request.getVerdict()) : null);
  }

  static hotline.v1.Signature write(Signature signature) {
    return hotline.v1.Signature.newBuilder()
        .setApprover(Enums.APPROVER.toProto(signature.approver()))
        .setVerdict(Handlings.write(signature.verdict()))
        .build();
  }

  static Signature read(hotline.v1.Signature signature) {
    return new Signature(
        Enums.APPROVER.toDomain(signature.getApprover()), Handlings.read(signature.getVerdict()));
  }

  /** All requests of a dispatch, the extensions that earlier versions kept apart among them. */
  static List<Request> of(hotline.v1.Handling handling) {
    List<Request> requests = new ArrayList<>();
    for (hotline.v1.Extension extension : extensions(handling)) {
      requests.add(read(extension, requests.size() + 1));
    }
    handling.getRequestsList().forEach(request -> requests.add(read(request)));
    return requests;
  }

  @SuppressWarnings("deprecation")
  private static List<hotline.v1.Extension> extensions(hotline.v1.Handling handling) {
    return handling.getExtensionsList();
  }

  /** An extension as earlier versions asked for it. */
  static Request read(hotline.v1.Extension extension, int number) {
    @Nullable Verdict verdict =
        extension.hasVerdict() ? Handlings.read(extension.getVerdict()) : null;
    return new Request(
        number,
        RequestKind.EXTENSION,
        1,
        extension.getReason(),
        null,
        extension.getWorkingDays(),
        Basics.read(extension.getRequestedUntil()),
        extension.getRequesterInformed(),
        false,
        null,
        Basics.instant(extension.getAtMicros()),
        Basics.read(extension.getBy()),
        List.of(),
        List.of(),
        verdict);
  }
}
