package hotline.node.wire;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Role;
import hotline.node.policy.Basis;
import hotline.node.policy.PolicyRef;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.sync.NodeCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments, deadlines, actors and references. */
final class Basics {

  private Basics() {}

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static hotline.v1.Deadline write(Deadline deadline) {
    return hotline.v1.Deadline.newBuilder()
        .setAtMicros(micros(deadline.at()))
        .setRule(deadline.rule())
        .setProvisional(deadline.provisional())
        .build();
  }

  static Deadline read(hotline.v1.Deadline deadline) {
    return new Deadline(
        instant(deadline.getAtMicros()), deadline.getRule(), deadline.getProvisional());
  }

  static hotline.v1.Basis write(Basis basis) {
    return hotline.v1.Basis.newBuilder()
        .setPolicy(basis.policy().name())
        .setPolicyVersion(basis.policy().version())
        .setCalendarVersion(basis.calendar())
        .build();
  }

  static Basis read(hotline.v1.Basis basis) {
    return new Basis(
        new PolicyRef(basis.getPolicy(), basis.getPolicyVersion()), basis.getCalendarVersion());
  }

  static hotline.v1.NodeRef write(NodeRef node) {
    return hotline.v1.NodeRef.newBuilder()
        .setCode(node.code().value())
        .setName(node.name())
        .build();
  }

  static NodeRef read(hotline.v1.NodeRef node) {
    return new NodeRef(NodeCode.of(node.getCode()), node.getName());
  }

  static hotline.v1.UnitRef write(UnitRef unit) {
    return hotline.v1.UnitRef.newBuilder()
        .setCode(unit.code().value())
        .setName(unit.name())
        .build();
  }

  static UnitRef read(hotline.v1.UnitRef unit) {
    return new UnitRef(UnitCode.of(unit.getCode()), unit.getName());
  }

  static hotline.v1.Assignee write(Assignee assignee) {
    hotline.v1.Assignee.Builder builder = hotline.v1.Assignee.newBuilder();
    if (assignee instanceof UnitRef unit) {
      builder.setUnit(write(unit));
    } else if (assignee instanceof NodeRef node) {
      builder.setNode(write(node));
    }
    return builder.build();
  }

  static Assignee read(hotline.v1.Assignee assignee) {
    return switch (assignee.getKindCase()) {
      case UNIT -> read(assignee.getUnit());
      case NODE -> read(assignee.getNode());
      case KIND_NOT_SET -> throw new WireException("assignee: expected a unit or a node");
    };
  }

  static hotline.v1.Actor write(Actor actor) {
    hotline.v1.Actor.Builder builder =
        hotline.v1.Actor.newBuilder()
            .setKind(Enums.ACTOR_KIND.toProto(actor.kind()))
            .setId(actor.id());
    Role role = actor.role();
    if (role != null) {
      builder.setRole(hotline.v1.Role.valueOf("ROLE_" + role.name()));
    }
    UnitCode unit = actor.unit();
    if (unit != null) {
      builder.setUnit(unit.value());
    }
    return builder.build();
  }

  static Actor read(hotline.v1.Actor actor) {
    Role role =
        switch (actor.getRole()) {
          case ROLE_UNSPECIFIED, UNRECOGNIZED -> null;
          default -> Role.valueOf(actor.getRole().name().substring("ROLE_".length()));
        };
    return new Actor(
        Enums.ACTOR_KIND.toDomain(actor.getKind()),
        actor.getId(),
        role,
        actor.hasUnit() ? UnitCode.of(actor.getUnit()) : null);
  }
}
