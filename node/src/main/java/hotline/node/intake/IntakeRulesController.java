package hotline.node.intake;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Category;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.WithheldCase;
import hotline.node.policy.IntakeElement;
import hotline.node.policy.IntakeRules;
import hotline.node.work.Rules;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a form for an appeal has to ask for. */
@Controller("/api/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "intake")
class IntakeRulesController {

  private final Rules rules;

  IntakeRulesController(Rules rules) {
    this.rules = rules;
  }

  /** What this node's rules demand, and what to tell the citizen with a refusal (ACC-12). */
  @Get("/rules")
  RulesView rules(SignedInUser user) {
    IntakeRules intakeRules = rules.policy().intake();
    Map<RefusalGround, String> guidance = new TreeMap<>(intakeRules.guidance());
    return new RulesView(
        new TreeSet<>(intakeRules.required()),
        new TreeSet<>(intakeRules.categories()),
        intakeRules.refusalGrounds().stream()
            .sorted()
            .map(ground -> new GroundView(ground, ground.label(), guidance.get(ground)))
            .toList(),
        new TreeSet<>(intakeRules.withheldCases()),
        new TreeSet<>(rules.policy().lines().emergencyNumbers()),
        new TreeSet<>(intakeRules.immediateClosure()),
        intakeRules.unreasonableGetsVisit());
  }

  /** What the node's rules demand. */
  @Serdeable
  record RulesView(
      Set<IntakeElement> required,
      Set<Category> categories,
      List<GroundView> grounds,
      Set<WithheldCase> withheldCases,
      Set<String> emergencyNumbers,
      Set<Category> immediateClosure,
      boolean unreasonableGetsVisit) {}

  @Serdeable
  record GroundView(RefusalGround ground, String label, @Nullable String guidance) {}
}
