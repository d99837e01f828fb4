package hotline.node.knowledge;

import hotline.node.classification.KnowledgeState;
import hotline.node.classification.Openness;
import hotline.node.store.KnowledgeStore.Knowledge;
import hotline.node.store.KnowledgeStore.KnowledgeVersion;
import hotline.node.view.Named;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the interface about knowledge takes and gives. */
final class KnowledgeViews {

  private KnowledgeViews() {}

  /**
   * A question with its answer, as it is reported (KB-02).
   *
   * @param unit code of the unit that answers for it; the platform itself when it is missing
   */
  @Serdeable
  record KnowledgeRequest(
      @NotBlank @Size(max = 300) String question,
      @NotBlank @Size(max = 10_000) String answer,
      @NotBlank @Size(max = 500) String basis,
      @Nullable @Size(max = 32) String unit,
      @NotNull LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @NotNull Openness openness) {

    Knowledge knowledge(String unitCode, String unitName) {
      return new Knowledge(
          question.strip(),
          answer.strip(),
          basis.strip(),
          unitCode,
          unitName,
          validFrom,
          validUntil,
          openness);
    }
  }

  @Serdeable
  record Proposal(
      @NotNull @Valid KnowledgeRequest knowledge, @Nullable @Size(max = 400) String note) {}

  /**
   * @param version the one that the user has seen
   */
  @Serdeable
  record Revision(
      @NotNull @Valid KnowledgeRequest knowledge,
      @Min(1) int version,
      @Nullable @Size(max = 400) String note) {}

  /**
   * @param version the one that the user has seen
   */
  @Serdeable
  record Step(@Min(1) int version, @Nullable @Size(max = 400) String note) {}

  /**
   * @param version the one that the user has seen
   */
  @Serdeable
  record ReasonedStep(@Min(1) int version, @NotBlank @Size(max = 400) String note) {}

  /**
   * A published entry that was found.
   *
   * @param publisher the node that published it
   * @param own whether that is this node
   */
  @Serdeable
  record FoundView(
      Named publisher,
      boolean own,
      String key,
      String question,
      String answer,
      String basis,
      String unitName,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      Openness openness,
      OffsetDateTime publishedAt) {}

  /** The same for the public: without what is nobody's business outside. */
  @Serdeable
  record PublicView(
      String question,
      String answer,
      String basis,
      String source,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      OffsetDateTime publishedAt) {

    static PublicView of(Found found) {
      KnowledgeDocument knowledge = found.knowledge();
      return new PublicView(
          knowledge.question(),
          knowledge.answer(),
          knowledge.basis(),
          knowledge.unitName(),
          knowledge.validFrom(),
          knowledge.validUntil(),
          Times.local(found.publishedAt()));
    }
  }

  /**
   * An entry of this node as it is worked on: its newest version.
   *
   * @param published number of the version that people find
   * @param expired people find it no more, since its last day is over
   */
  @Serdeable
  record EntryView(
      long id,
      int version,
      KnowledgeState state,
      @Nullable Integer published,
      boolean expired,
      String question,
      String answer,
      String basis,
      String unit,
      String unitName,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      Openness openness,
      String note,
      OffsetDateTime changedAt,
      String changedBy) {

    static EntryView of(KnowledgeVersion version, LocalDate today) {
      Knowledge knowledge = version.knowledge();
      LocalDate until = knowledge.validUntil();
      return new EntryView(
          version.entry(),
          version.version(),
          version.state(),
          version.published(),
          until != null && until.isBefore(today),
          knowledge.question(),
          knowledge.answer(),
          knowledge.basis(),
          knowledge.unit(),
          knowledge.unitName(),
          knowledge.validFrom(),
          until,
          knowledge.openness(),
          version.note(),
          Times.local(version.changedAt()),
          version.changedBy());
    }
  }

  /**
   * An entry with all its versions, the newest first.
   *
   * @param actions what the user may do with it
   */
  @Serdeable
  record EntryHistory(EntryView entry, List<EntryView> versions, List<Action> actions) {}

  /** What can be done with an entry. */
  enum Action {
    REVISE,
    PUBLISH,
    RETURN,
    WITHDRAW
  }
}
