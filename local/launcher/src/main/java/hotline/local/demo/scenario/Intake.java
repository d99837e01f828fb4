package hotline.local.demo.scenario;

import hotline.local.demo.appeal.Appeal;
import hotline.local.demo.appeal.Citizen;
import hotline.local.demo.appeal.ExternalId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An appeal as it is posted to a node. */
public record Intake(
    String channel,
    String category,
    String urgency,
    boolean enterprise,
    String title,
    String content,
    String region,
    @Nullable String place,
    @Nullable OffsetDateTime occurredAt,
    Citizen requester,
    ExternalId externalId,
    @Nullable Decision decision) {

  /** What the call taker decides at once. */
  public record Decision(String kind) {}

  /** An appeal without a decision: somebody at the node's desk takes it from there. */
  public static Intake registered(Appeal appeal) {
    return of(appeal, null);
  }

  /** An appeal that is accepted as it comes in. */
  public static Intake accepted(Appeal appeal) {
    return of(appeal, new Decision("ACCEPT"));
  }

  private static Intake of(Appeal appeal, @Nullable Decision decision) {
    return new Intake(
        appeal.channel(),
        appeal.classification().category(),
        appeal.classification().urgency(),
        appeal.classification().enterprise(),
        appeal.title(),
        appeal.content(),
        appeal.region(),
        appeal.place(),
        appeal.occurredAt(),
        appeal.requester(),
        appeal.externalId(),
        decision);
  }
}
