package hotline.node.policy;

import hotline.node.calendar.Limit;
import hotline.node.calendar.WorkingHours;
import hotline.node.classification.Category;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Urgency;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Policy} from its YAML file. Every mistake, an unknown key included, is refused
 * with a {@link PolicyException} that names the file, the key, what was found and what is allowed.
 */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * A policy that comes with the program: {@code qingyang} or {@code province}.
   *
   * @throws PolicyException when there is none of this name
   */
  public static Policy bundled(String name) {
    String resource = "/policies/" + name + ".yml";
    try (InputStream in = PolicyFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new PolicyException("policy '" + name + "': no resource " + resource);
      }
      return read(resource, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a policy.
   *
   * @param file its name, for messages
   */
  public static Policy read(String file, Reader reader) {
    try {
      Section root = Section.root(file, reader);
      Policy policy =
          new Policy(
              root.text("name"),
              root.text("source"),
              root.date("effective-from"),
              optionalDate(root, "repealed-on"),
              workingHours(root.section("working-hours")),
              intake(root.section("intake")),
              limits(root.section("limits")),
              assignments(root.section("assignments")),
              followUp(root.section("follow-up")));
      root.requireAllRead();
      return policy;
    } catch (IllegalArgumentException e) {
      throw e instanceof PolicyException known
          ? known
          : new PolicyException(file + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable LocalDate optionalDate(Section section, String key) {
    return section.has(key) ? section.date(key) : null;
  }

  private static WorkingHours workingHours(Section section) {
    List<WorkingHours.Span> spans = new ArrayList<>();
    for (String span : section.texts("spans")) {
      String[] ends = span.split("-", -1);
      if (ends.length != 2) {
        throw section.wrong("spans", span, "HH:MM-HH:MM");
      }
      spans.add(
          section.parse(
              "spans",
              span,
              "HH:MM-HH:MM, the start first",
              text -> new WorkingHours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]))));
    }
    return new WorkingHours(
        section.parse(
            "zone", section.text("zone"), "a time zone such as Asia/Shanghai", ZoneId::of),
        spans);
  }

  private static IntakeRules intake(Section section) {
    return new IntakeRules(
        section.constants("required", IntakeElement.class),
        section.flag("anonymous-allowed"),
        section.flag("refuse-duplicates"),
        section.constants("refusal-grounds", RefusalGround.class));
  }

  private static Limits limits(Section section) {
    return new Limits(
        ruledLimit(section.section("dispatch")),
        ruledLimit(section.section("sign-for")),
        section.sections("handling").stream().map(PolicyFile::handlingLimit).toList(),
        section.sections("return").stream()
            .map(rule -> new ReturnLimit(when(rule), ruledLimit(rule)))
            .toList(),
        slack(section));
  }

  private static HandlingLimit handlingLimit(Section section) {
    return new HandlingLimit(
        when(section),
        ruledLimit(section),
        section.has("feedback") ? limit(section, "feedback") : null);
  }

  private static Duration slack(Section section) {
    if (limit(section, "slack") instanceof Limit.WorkingTime working) {
      return working.time();
    }
    throw section.wrong("slack", section.text("slack"), "working hours, such as '4 working hours'");
  }

  private static Case when(Section section) {
    if (!section.has("when")) {
      return Case.ANY;
    }
    Section when = section.section("when");
    return new Case(
        when.optionalConstants("category", Category.class),
        when.optionalConstants("urgency", Urgency.class),
        when.optionalConstants("assignee", AssigneeKind.class));
  }

  private static RuledLimit ruledLimit(Section section) {
    return new RuledLimit(limit(section, "limit"), section.text("rule"));
  }

  private static Limit limit(Section section, String key) {
    return section.parse(key, section.text(key), LimitText.EXPECTED, LimitText::parse);
  }

  private static AssignmentRules assignments(Section section) {
    return new AssignmentRules(
        section.flag("deemed-sign-for"),
        section.flag("late-return-allowed"),
        section.number("extension-factor", 0, 10),
        section.flag("extension-needs-informed-requester"),
        section.flag("reply-needs-contact"));
  }

  private static FollowUpRules followUp(Section section) {
    return new FollowUpRules(
        section.has("silence") ? ruledLimit(section.section("silence")) : null,
        section.flag("after-immediate-answer"),
        section.constants("redo-grounds", RedoGround.class));
  }
}
