package hotline.node.registry;

import hotline.node.classification.MergeMode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the registry of numbers; a basis is the document that it rests on. */
final class LineRequests {

  private LineRequests() {}

  /**
   * @param establishedOn since when the number has been in use
   * @param department code of the unit whose hotline it is
   */
  @Serdeable
  record Register(
      @NotBlank @Size(max = 20) String number,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String purpose,
      @NotNull LocalDate establishedOn,
      @Nullable @Size(max = 32) String department,
      @Nullable Boolean roundTheClock) {}

  /**
   * @param node code of the node that a sub-center is
   */
  @Serdeable
  record Merge(
      @NotNull MergeMode mode,
      @Nullable @Size(max = 100) String name,
      @Nullable @Size(max = 32) String department,
      @Nullable @Size(max = 9) String node,
      @Nullable Boolean roundTheClock,
      @Nullable @Valid Prompt transition,
      @Nullable @Size(max = 200) String basis) {}

  @Serdeable
  record Prompt(@NotBlank @Size(max = 300) String prompt, @NotNull OffsetDateTime until) {}

  @Serdeable
  record Rename(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String purpose,
      @Nullable @Size(max = 200) String basis) {}

  @Serdeable
  record Manage(
      @NotEmpty @Size(max = 5) @Valid List<Manager> managers,
      @Nullable @Size(max = 200) String basis) {}

  @Serdeable
  record Manager(@NotBlank @Size(max = 100) String body, boolean leads) {}

  /** A null transition ends it. */
  @Serdeable
  record SetPrompt(@Nullable @Valid Prompt transition) {}

  @Serdeable
  record Cancel(@Nullable @Size(max = 200) String basis) {}
}
