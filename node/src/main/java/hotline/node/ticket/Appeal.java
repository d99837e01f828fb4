package hotline.node.ticket;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Matter;
import hotline.node.classification.Merit;
import hotline.node.classification.Region;
import hotline.node.classification.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for (INT-09), without saying who.
 *
 * @param enterprise whether it came from an enterprise (INT-12)
 * @param place where it happened, more exactly than the region
 * @param occurredAt when it happened, null when not told
 * @param merit whether it can reasonably be asked for, as far as that has been judged (CLS-10)
 * @param catalogue the version of the catalogue that the matter stands in (CLS-07); 0 for that of
 *     the program
 * @param supplements what the requester added while it was open, in order
 */
public record Appeal(
    Channel channel,
    Category category,
    Urgency urgency,
    boolean enterprise,
    @Nullable Matter matter,
    String title,
    String content,
    @Nullable Region region,
    @Nullable String place,
    @Nullable Instant occurredAt,
    List<Alias> aliases,
    Merit merit,
    int catalogue,
    List<Supplement> supplements) {

  public Appeal {
    aliases = List.copyOf(aliases);
    supplements = List.copyOf(supplements);
    occurredAt = Times.micros(occurredAt);
  }

  /** Code of the matter; null where nobody has said what it is about. */
  public @Nullable String matterCode() {
    return matter == null ? null : matter.code();
  }

  /** The same, known by another system's number as well. */
  public Appeal under(Alias alias) {
    List<Alias> all = new ArrayList<>(aliases);
    all.remove(alias);
    all.add(alias);
    return new Appeal(
        channel,
        category,
        urgency,
        enterprise,
        matter,
        title,
        content,
        region,
        place,
        occurredAt,
        all,
        merit,
        catalogue,
        supplements);
  }

  /** The same with what the requester added. */
  Appeal with(Supplement supplement) {
    List<Supplement> longer = new ArrayList<>(supplements);
    longer.add(supplement);
    return new Appeal(
        channel,
        category,
        urgency,
        enterprise,
        matter,
        title,
        content,
        region,
        place,
        occurredAt,
        aliases,
        merit,
        catalogue,
        longer);
  }

  /** An appeal as it is first told. */
  public Appeal(
      Channel channel,
      Category category,
      Urgency urgency,
      boolean enterprise,
      @Nullable Matter matter,
      String title,
      String content,
      @Nullable Region region,
      @Nullable String place,
      @Nullable Instant occurredAt,
      List<Alias> aliases,
      Merit merit,
      int catalogue) {
    this(
        channel,
        category,
        urgency,
        enterprise,
        matter,
        title,
        content,
        region,
        place,
        occurredAt,
        aliases,
        merit,
        catalogue,
        List.of());
  }

  /** An appeal whose merit nobody has judged. */
  public Appeal(
      Channel channel,
      Category category,
      Urgency urgency,
      boolean enterprise,
      @Nullable Matter matter,
      String title,
      String content,
      @Nullable Region region,
      @Nullable String place,
      @Nullable Instant occurredAt,
      List<Alias> aliases) {
    this(
        channel,
        category,
        urgency,
        enterprise,
        matter,
        title,
        content,
        region,
        place,
        occurredAt,
        aliases,
        Merit.UNJUDGED,
        0);
  }
}
