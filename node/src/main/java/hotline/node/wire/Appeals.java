package hotline.node.wire;

import hotline.node.classification.Matter;
import hotline.node.classification.Merit;
import hotline.node.classification.Region;
import hotline.node.ticket.Alias;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.CitizenClock;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Supplement;

/** What is asked for, by whom, since when. */
final class Appeals {

  private Appeals() {}

  static hotline.v1.Appeal write(Appeal appeal) {
    hotline.v1.Appeal.Builder builder =
        hotline.v1.Appeal.newBuilder()
            .setChannel(Enums.CHANNEL.toProto(appeal.channel()))
            .setCategory(Enums.CATEGORY.toProto(appeal.category()))
            .setUrgency(Enums.URGENCY.toProto(appeal.urgency()))
            .setEnterprise(appeal.enterprise())
            .setTitle(appeal.title())
            .setContent(appeal.content())
            .setMerit(Enums.MERIT.toProto(appeal.merit()))
            .setCatalogue(appeal.catalogue());
    if (appeal.matter() != null) {
      builder.setMatter(
          hotline.v1.Matter.newBuilder()
              .setCode(appeal.matter().code())
              .setName(appeal.matter().name()));
    }
    if (appeal.region() != null) {
      builder.setRegion(
          hotline.v1.Region.newBuilder()
              .setCode(appeal.region().code())
              .setName(appeal.region().name()));
    }
    if (appeal.place() != null) {
      builder.setPlace(appeal.place());
    }
    if (appeal.occurredAt() != null) {
      builder.setOccurredAtMicros(Basics.micros(appeal.occurredAt()));
    }
    for (Alias alias : appeal.aliases()) {
      builder.addAliases(
          hotline.v1.Alias.newBuilder().setSystem(alias.system()).setNumber(alias.number()));
    }
    for (Supplement supplement : appeal.supplements()) {
      builder.addSupplements(write(supplement));
    }
    return builder.build();
  }

  static hotline.v1.Supplement write(Supplement supplement) {
    return hotline.v1.Supplement.newBuilder()
        .setText(supplement.text())
        .setAtMicros(Basics.micros(supplement.at()))
        .setBy(Basics.write(supplement.by()))
        .build();
  }

  static Supplement read(hotline.v1.Supplement supplement) {
    return new Supplement(
        supplement.getText(),
        Basics.instant(supplement.getAtMicros()),
        Basics.read(supplement.getBy()));
  }

  static Appeal read(hotline.v1.Appeal appeal) {
    return new Appeal(
        Enums.CHANNEL.toDomain(appeal.getChannel()),
        Enums.CATEGORY.toDomain(appeal.getCategory()),
        Enums.URGENCY.toDomain(appeal.getUrgency()),
        appeal.getEnterprise(),
        appeal.hasMatter()
            ? new Matter(appeal.getMatter().getCode(), appeal.getMatter().getName())
            : null,
        appeal.getTitle(),
        appeal.getContent(),
        appeal.hasRegion()
            ? new Region(appeal.getRegion().getCode(), appeal.getRegion().getName())
            : null,
        appeal.hasPlace() ? appeal.getPlace() : null,
        appeal.hasOccurredAtMicros() ? Basics.instant(appeal.getOccurredAtMicros()) : null,
        appeal.getAliasesList().stream()
            .map(alias -> new Alias(alias.getSystem(), alias.getNumber()))
            .toList(),
        appeal.getMerit() == hotline.v1.Merit.MERIT_UNSPECIFIED
            ? Merit.UNJUDGED
            : Enums.MERIT.toDomain(appeal.getMerit()),
        appeal.getCatalogue(),
        appeal.getSupplementsList().stream().map(Appeals::read).toList());
  }

  static hotline.v1.Requester write(Requester requester) {
    hotline.v1.Requester.Builder builder =
        hotline.v1.Requester.newBuilder()
            .setAnonymous(requester.anonymous())
            .setReachable(requester.reachable());
    if (requester.key() != null) {
      builder.setKey(requester.key());
    }
    return builder.build();
  }

  static Requester read(hotline.v1.Requester requester, PersonalData personal) {
    return new Requester(
        requester.getAnonymous(),
        requester.hasKey() ? requester.getKey() : null,
        requester.getReachable(),
        personal);
  }

  static hotline.v1.PersonalData write(PersonalData data) {
    hotline.v1.PersonalData.Builder builder = hotline.v1.PersonalData.newBuilder();
    if (data.name() != null) {
      builder.setName(data.name());
    }
    if (data.phone() != null) {
      builder.setPhone(data.phone());
    }
    if (data.address() != null) {
      builder.setAddress(data.address());
    }
    return builder.build();
  }

  static PersonalData read(hotline.v1.PersonalData data) {
    return new PersonalData(
        data.hasName() ? data.getName() : null,
        data.hasPhone() ? data.getPhone() : null,
        data.hasAddress() ? data.getAddress() : null);
  }

  static hotline.v1.CitizenClock write(CitizenClock clock) {
    hotline.v1.CitizenClock.Builder builder =
        hotline.v1.CitizenClock.newBuilder()
            .setRegisteredAtMicros(Basics.micros(clock.registeredAt()))
            .setFeedbackSuffices(clock.feedbackSuffices());
    if (clock.basis() != null) {
      builder.setBasis(Basics.write(clock.basis()));
    }
    if (clock.acceptedAt() != null) {
      builder.setAcceptedAtMicros(Basics.micros(clock.acceptedAt()));
    }
    if (clock.dispatchBy() != null) {
      builder.setDispatchBy(Basics.write(clock.dispatchBy()));
    }
    if (clock.due() != null) {
      builder.setDue(Basics.write(clock.due()));
    }
    return builder.build();
  }

  static CitizenClock read(hotline.v1.CitizenClock clock) {
    return new CitizenClock(
        Basics.instant(clock.getRegisteredAtMicros()),
        clock.hasAcceptedAtMicros() ? Basics.instant(clock.getAcceptedAtMicros()) : null,
        clock.hasDispatchBy() ? Basics.read(clock.getDispatchBy()) : null,
        clock.hasDue() ? Basics.read(clock.getDue()) : null,
        clock.getFeedbackSuffices(),
        clock.hasBasis() ? Basics.read(clock.getBasis()) : null);
  }
}
