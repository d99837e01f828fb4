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
    ExternalId externalId) {

  /** An appeal without a decision: somebody at the node's desk takes it from there. */
  public static Intake of(Appeal appeal) {
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
        appeal.externalId());
  }
}
