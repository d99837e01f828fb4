package hotline.node.line;

import static hotline.node.entity.Checks.require;
import static hotline.node.entity.Checks.requireText;

import hotline.node.classification.MergeMode;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.line.Line.Manager;
import hotline.node.line.Line.ModeChange;
import hotline.node.line.Line.Transition;
import hotline.node.line.LineCommand.CancelLine;
import hotline.node.line.LineCommand.ManageLine;
import hotline.node.line.LineCommand.MergeLine;
import hotline.node.line.LineCommand.PromptCallers;
import hotline.node.line.LineCommand.RegisterLine;
import hotline.node.line.LineCommand.RenameLine;
import hotline.node.policy.LineRules;
import hotline.node.ticket.Actor;
import hotline.node.ticket.EventType;
import hotline.node.ticket.NodeRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The life of a hotline number. Pure; refuses with a {@link hotline.node.error.RefusedException}
 * what the policy does not allow.
 */
public final class LineLife {

  private final LineRules rules;
  private final NodeRef self;
  private final Actor actor;
  private final Instant now;

  public LineLife(LineRules rules, NodeRef self, Actor actor, Instant now) {
    this.rules = rules;
    this.self = self;
    this.actor = actor;
    this.now = now;
  }

  /** TOP-04: what is entered must have been there before numbers were frozen. */
  public Step<Line> register(RegisterLine command) {
    String number = command.number().value();
    require(
        !rules.emergencyNumbers().contains(number), ErrorCode.LINE_RULE, number + " 是紧急热线，不在归并之列");
    var frozen = rules.frozenSince();
    require(
        frozen == null || command.establishedOn().isBefore(frozen),
        ErrorCode.LINE_RULE,
        "自 " + frozen + " 起不再新设热线号码，" + number + " 的启用日期为 " + command.establishedOn());
    Line line =
        new Line(
            command.number(),
            1,
            self,
            requireText(command.name(), ErrorCode.INVALID_INPUT, "热线名称"),
            requireText(command.purpose(), ErrorCode.INVALID_INPUT, "热线用途"),
            MergeMode.INDEPENDENT,
            command.department(),
            null,
            command.roundTheClock(),
            List.of(),
            null,
            command.establishedOn(),
            now,
            null,
            List.of());
    return new Step<>(line, EventType.LINE_REGISTERED, number + " " + line.name());
  }

  /** Decides a command about a number that is there. */
  public Step<Line> decide(Line line, LineCommand command) {
    require(!line.cancelled(), ErrorCode.STATE_FORBIDS, "热线号码 " + line.number() + " 已取消，不能再变更");
    if (command instanceof MergeLine merge) {
      return merge(line, merge);
    } else if (command instanceof RenameLine rename) {
      return rename(line, rename);
    } else if (command instanceof ManageLine manage) {
      return manage(line, manage);
    } else if (command instanceof PromptCallers prompt) {
      return prompt(line, prompt.transition());
    } else if (command instanceof CancelLine cancel) {
      return cancel(line, cancel);
    }
    throw new AssertionError(command);
  }

  private Step<Line> merge(Line line, MergeLine command) {
    MergeMode to = command.mode();
    requireReachable(line, to);
    String basis = requireBasis(command.basis());
    var department = command.department() == null ? line.department() : command.department();
    require(
        department != null || !to.needsDepartment(),
        ErrorCode.LINE_RULE,
        "“" + to.label() + "”须注明原业务主管部门");
    require(
        command.node() != null || to != MergeMode.SUB_CENTER,
        ErrorCode.LINE_RULE,
        "“" + to.label() + "”须注明分中心节点");
    require(
        command.roundTheClock() || !rules.roundTheClock().contains(to),
        ErrorCode.LINE_RULE,
        "“" + to.label() + "”须提供“7×24小时”人工服务");
    String name = command.name() == null ? line.name() : command.name().strip();
    requireName(to, name);
    Transition transition = command.transition();
    requireFuture(transition);
    boolean leavesItsDesk = to.number() != MergeMode.Number.OWN_DESK && to != MergeMode.CHANNEL;
    require(
        transition != null || !rules.promptNeeded() || !leavesItsDesk,
        ErrorCode.LINE_RULE,
        "“" + to.label() + "”须设置归并过渡期语音提示及截止时间");
    List<Manager> managers =
        rules.jointlyManaged().contains(to) ? line.managers() : leading(line.managers());
    Line merged =
        line.merged(
            name,
            new ModeChange(line.mode(), to, now, actor, basis),
            department,
            to == MergeMode.SUB_CENTER ? command.node() : null,
            command.roundTheClock(),
            managers,
            transition);
    return new Step<>(
        merged,
        EventType.LINE_MERGED,
        line.number() + " 由“" + line.mode().label() + "”改为“" + to.label() + "”。依据：" + basis);
  }

  private void requireReachable(Line line, MergeMode to) {
    var reachable = rules.reachableFrom(line.mode());
    require(
        reachable.contains(to),
        ErrorCode.LINE_RULE,
        "“"
            + line.mode().label()
            + "”不能改为“"
            + to.label()
            + "”，"
            + (reachable.isEmpty() ? "没有可改的归并方式" : "可以改为" + labels(reachable)));
  }

  private void requireName(MergeMode mode, String name) {
    Pattern form = rules.names().get(mode);
    require(
        form == null || form.matcher(name).matches(),
        ErrorCode.LINE_RULE,
        "“" + mode.label() + "”的名称应符合 " + form + "，收到“" + name + "”");
  }

  private void requireFuture(@Nullable Transition transition) {
    if (transition != null) {
      requireText(transition.prompt(), ErrorCode.INVALID_INPUT, "语音提示");
      require(transition.lasts(now), ErrorCode.INVALID_INPUT, "过渡期截止时间须晚于当前时间");
    }
  }

  private Step<Line> rename(Line line, RenameLine command) {
    require(
        rules.renaming(),
        ErrorCode.LINE_RULE,
        "不得变更原有号码的名称、用途（" + line.number() + " " + line.name() + "）");
    String basis = requireBasis(command.basis());
    String name = requireText(command.name(), ErrorCode.INVALID_INPUT, "热线名称");
    requireName(line.mode(), name);
    return new Step<>(
        line.named(name, requireText(command.purpose(), ErrorCode.INVALID_INPUT, "热线用途")),
        EventType.LINE_CHANGED,
        line.number() + " 由“" + line.name() + "”更名为“" + name + "”。依据：" + basis);
  }

  private Step<Line> manage(Line line, ManageLine command) {
    List<Manager> managers = command.managers();
    String basis = requireBasis(command.basis());
    managers.forEach(m -> requireText(m.body(), ErrorCode.INVALID_INPUT, "管理单位"));
    require(
        managers.stream().filter(Manager::leads).count() == 1,
        ErrorCode.LINE_RULE,
        "话务人员的管理单位须且只能有一个为主");
    require(
        managers.size() == 1 || rules.jointlyManaged().contains(line.mode()),
        ErrorCode.LINE_RULE,
        "“"
            + line.mode().label()
            + "”的话务人员不实行共同管理，可以共同管理的是"
            + (rules.jointlyManaged().isEmpty() ? "（无）" : labels(rules.jointlyManaged())));
    List<Manager> ordered =
        managers.stream().sorted((a, b) -> Boolean.compare(b.leads(), a.leads())).toList();
    return new Step<>(
        line.managedBy(ordered),
        EventType.LINE_CHANGED,
        line.number()
            + " 由"
            + ordered.stream().map(Manager::body).collect(Collectors.joining("、"))
            + "管理。依据："
            + basis);
  }

  private Step<Line> prompt(Line line, @Nullable Transition transition) {
    requireFuture(transition);
    return new Step<>(
        line.prompting(transition),
        EventType.LINE_CHANGED,
        line.number() + (transition == null ? " 结束过渡期" : " 过渡期语音提示：" + transition.prompt()));
  }

  /** TOP-03: only a merged number is given up, and callers were told before. */
  private Step<Line> cancel(Line line, CancelLine command) {
    String basis = requireBasis(command.basis());
    require(
        line.mode().number() == MergeMode.Number.GIVEN_UP,
        ErrorCode.LINE_RULE,
        "“" + line.mode().label() + "”的号码予以保留，不能取消");
    Transition transition = line.transition();
    require(
        transition == null || !transition.lasts(now),
        ErrorCode.TOO_EARLY,
        "过渡期至 " + (transition == null ? "" : transition.until()) + "，期满后方可取消号码");
    return new Step<>(
        line.cancelled(now), EventType.LINE_CANCELLED, line.number() + " 取消。依据：" + basis);
  }

  private static String requireBasis(@Nullable String basis) {
    return requireText(basis, ErrorCode.LINE_RULE, "变更依据（文件或决定）");
  }

  private static List<Manager> leading(List<Manager> managers) {
    return managers.stream().filter(Manager::leads).toList();
  }

  private static String labels(Collection<MergeMode> modes) {
    return modes.stream()
        .sorted()
        .map(mode -> "“" + mode.label() + "”")
        .collect(Collectors.joining("、"));
  }
}
