package hotline.node.cockpit;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, for leaders 驾驶舱: figures without personal data, each with the list of tickets
 * that it was counted of and how it is computed (ASM-01, ASM-16). What is shown is a few seconds
 * old at most.
 */
@Controller("/api/cockpit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "cockpit")
class CockpitController {

  private static final Set<Role> ROLES = EnumSet.of(Role.LEADER, Role.SUPERVISOR);

  private final FigureCounter counter;
  private final Cockpit cockpit;
  private final Clock clock;

  CockpitController(FigureCounter counter, Cockpit cockpit, Clock clock) {
    this.counter = counter;
    this.cockpit = cockpit;
    this.clock = clock;
  }

  /**
   * Of the tickets that the user may see.
   *
   * @param from of the period whose volume is shown; today when it is missing
   * @param to its end; the present when it is missing
   * @param scope {@code ALL} tickets known here, {@code OWN} for those that this node accepted, or
   *     the code of a child for those that it and the nodes below it accepted
   */
  @Get
  CockpitView cockpit(
      SignedInUser user,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @QueryValue(defaultValue = Cockpit.ALL) @Size(max = 9) String scope) {
    Permissions.require(user, ROLES, "查看驾驶舱");
    if (user.seesOwnUnitOnly()) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "驾驶舱反映全部工单，承办单位人员只能查看本单位的办件");
    }
    Range range = cockpit.range(scope);
    if (range == null) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "统计范围应为 ALL、OWN 或下级节点代码，收到“" + scope + "”");
    }
    Instant now = clock.instant();
    Snapshot counted =
        counter.count(Period.of(from, to, now), to == null, user.scope().visibility(), now);
    return cockpit.view(counted, scope, range);
  }
}
