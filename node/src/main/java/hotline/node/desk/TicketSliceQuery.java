package hotline.node.desk;

import hotline.node.classification.Channel;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.Neighbours;
import hotline.node.store.TicketFigure;
import hotline.node.store.TicketSlice;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list of tickets that show what a figure was counted of.
 *
 * @param below accepted by this child or a node below it
 * @param region beginning of a region's code; {@code NONE} for tickets that name none
 * @param channel where it came in
 * @param matter code of a matter; {@code NONE} for tickets that have none
 * @param figure counted as this
 * @param closedFrom closed not before this
 * @param closedTo closed before this
 * @param late with work that {@code UNIT~code} or {@code NODE~code} is late with
 */
@Introspected
record TicketSliceQuery(
    @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}([A-Z][0-9]{2})?") String below,
    @Nullable @QueryValue @Pattern(regexp = "[0-9]{2,12}|NONE") String region,
    @Nullable @QueryValue Channel channel,
    @Nullable @QueryValue @Size(max = 64) String matter,
    @Nullable @QueryValue TicketFigure figure,
    @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime closedFrom,
    @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime closedTo,
    @Nullable @QueryValue @Pattern(regexp = "(UNIT|NODE)~[^~]{1,32}") String late) {

  private static final String NONE = "NONE";

  TicketSlice toSlice(Instant now, Rules rules, Neighbours neighbours) {
    return new TicketSlice(
        below == null ? null : owners(neighbours, NodeCode.of(below)),
        emptyForNone(region),
        channel == null ? null : channel.name(),
        emptyForNone(matter),
        figure,
        closedFrom == null ? null : closedFrom.toInstant(),
        closedTo == null ? null : closedTo.toInstant(),
        late == null ? null : late(rules.self().codeText(), late),
        now);
  }

  private static List<String> owners(Neighbours neighbours, NodeCode child) {
    List<String> owners = neighbours.subtree(child).stream().map(NodeCode::value).toList();
    if (owners.isEmpty()) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "节点“" + child + "”不是本节点的下级");
    }
    return owners;
  }

  private static TicketSlice.Late late(String assigner, String assignee) {
    String[] parts = assignee.split("~", -1);
    return new TicketSlice.Late(assigner, parts[0], parts[1]);
  }

  private static @Nullable String emptyForNone(@Nullable String code) {
    return code == null || code.isBlank() ? null : code.equals(NONE) ? "" : code;
  }
}
