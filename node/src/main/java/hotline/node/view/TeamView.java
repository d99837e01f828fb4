package hotline.node.view;

import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.CoOpinion;
import hotline.node.ticket.Merge;
import hotline.node.ticket.Teamwork;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an assignment stands to others.
 *
 * @param opinions what the co-handlers say, for a lead (DSP-02)
 * @param opinionsMissing whether a co-handler has said nothing yet
 * @param mergedInto what it has been merged into (LIF-15)
 * @param merged what has been merged into it
 */
@Serdeable
public record TeamView(
    List<OpinionView> opinions,
    boolean opinionsMissing,
    @Nullable String mergedInto,
    List<String> merged) {

  static TeamView of(Teamwork team) {
    Merge merge = team.merge();
    return new TeamView(
        team.opinions().stream().map(OpinionView::of).toList(),
        !team.opinions().stream().allMatch(CoOpinion::given),
        merge == null ? null : merge.into().toString(),
        team.merged().stream().map(AssignmentId::toString).toList());
  }

  /** What one co-handler says. */
  @Serdeable
  public record OpinionView(String assignmentId, String assignee, @FreeText @Nullable String text) {

    static OpinionView of(CoOpinion opinion) {
      return new OpinionView(opinion.assignment().toString(), opinion.assignee(), opinion.text());
    }
  }
}
