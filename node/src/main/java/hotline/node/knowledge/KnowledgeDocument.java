package hotline.node.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hotline.node.classification.Openness;
import hotline.node.store.KnowledgeStore.Knowledge;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published entry on its way to the nodes below, as JSON. A newer node may say more, which an
 * older one leaves out.
 *
 * @param openness a name of {@link Openness}
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
record KnowledgeDocument(
    String question,
    String answer,
    String basis,
    String unit,
    String unitName,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String openness) {

  static KnowledgeDocument of(Knowledge knowledge) {
    return new KnowledgeDocument(
        knowledge.question(),
        knowledge.answer(),
        knowledge.basis(),
        knowledge.unit(),
        knowledge.unitName(),
        knowledge.validFrom(),
        knowledge.validUntil(),
        knowledge.openness().name());
  }

  /** Whether the public may see it; what is not understood stays inside (SEC-08). */
  boolean isPublic() {
    return openness.equals(Openness.PUBLIC.name());
  }
}
