package hotline.node.portal;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.intake.IntakeRequest;
import hotline.node.intake.IntakeRequest.ExternalId;
import hotline.node.intake.IntakeRequest.RequesterRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as a citizen writes it.
 *
 * @param submissionKey made by the citizen's device for this appeal: sending it again makes no
 *     second ticket
 * @param title taken from the first words of the content when it is missing
 * @param consent that name, phone and what he writes are used to deal with the appeal
 * @param consentVersion of the words that he agreed to
 */
@Serdeable
record PortalAppeal(
    @NotBlank @Pattern(regexp = "[0-9a-f-]{32,36}") String submissionKey,
    @NotNull Category category,
    @Nullable @Size(max = 60) String title,
    @NotBlank @Size(min = 5, max = 3000) String content,
    @Nullable @Size(max = 9) String region,
    @Nullable @Size(max = 200) String place,
    @Nullable @Size(max = 50) String name,
    @Nullable @Pattern(regexp = "\\+?[0-9][0-9 -]{5,20}") String phone,
    boolean anonymous,
    @AssertTrue(message = "请先同意个人信息使用说明") boolean consent,
    @NotBlank @Pattern(regexp = "[0-9-]{1,16}") String consentVersion) {

  private static final int TITLE_LENGTH = 24;

  /**
   * @param area what it is about when neither a region nor a place is said (INT-09)
   */
  IntakeRequest toRequest(@Nullable String area) {
    boolean nowhere = isBlank(region) && isBlank(place);
    return new IntakeRequest(
        Channel.WEB,
        category,
        null,
        null,
        null,
        title == null || title.isBlank() ? firstWords(content) : title,
        content,
        nowhere ? area : region,
        place,
        null,
        new RequesterRequest(anonymous ? null : name, phone, null, anonymous),
        new ExternalId("PORTAL", submissionKey),
        null,
        null,
        null);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String firstWords(String content) {
    String line = content.strip().split("[。！？!?\\n]", 2)[0].strip();
    String text = line.isEmpty() ? content.strip() : line;
    int[] letters = text.codePoints().limit(TITLE_LENGTH).toArray();
    String head = new String(letters, 0, letters.length);
    return head.length() < text.length() ? head + "…" : head;
  }
}
