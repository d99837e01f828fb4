package hotline.node.oversight;

import hotline.node.classification.SupervisionState;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a list of supervisions is narrowed by; what is missing does not narrow it.
 *
 * @param target code of the unit or node that is supervised
 * @param owner code of the node whose supervisions they are
 * @param overdue only those whose explanation is owed and late
 */
@Introspected
record SupervisionQuery(
    @Nullable @QueryValue SupervisionState state,
    @Nullable @QueryValue @Size(max = 32) String target,
    @Nullable @QueryValue @Size(max = 9) String owner,
    @Nullable @QueryValue @Size(max = 40) String ticket,
    @Nullable @QueryValue Boolean overdue) {

  /** For the record of looks. */
  String described() {
    return "state=%s target=%s owner=%s ticket=%s overdue=%s"
        .formatted(state, target, owner, ticket, overdue)
        .replaceAll(" ?\\w+=(null|false)", "")
        .strip();
  }
}
