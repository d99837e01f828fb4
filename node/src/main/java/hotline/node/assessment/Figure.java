package hotline.node.assessment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an assessment with what it is made of (ASM-16).
 *
 * @param numerator and {@code denominator} are names of sums
 * @param leftOut what is not in the denominator, with the name of its number
 */
public record Figure(
    String name,
    String label,
    String numerator,
    String numeratorIs,
    String denominator,
    String denominatorIs,
    List<LeftOut> leftOut) {

  public Figure {
    leftOut = List.copyOf(leftOut);
  }

  /** Something that does not count, and by which rule. */
  public record LeftOut(String number, String why) {}

  private static final LeftOut RETURNED = new LeftOut("returned", "退单通过，不计承办量（LIF-08）");
  private static final LeftOut CANCELLED = new LeftOut("cancelled", "已撤销或未送达");
  private static final LeftOut EXCLUDED = new LeftOut("excluded", "剔除，不计考核（LIF-11）");
  private static final LeftOut SCREENED = new LeftOut("screened", "甄别通过的不满意评价（RVS-11）");
  private static final LeftOut BY_SILENCE = new LeftOut("ratedBySilence", "超时默认满意，不是诉求人评价（Q-07）");
  private static final String VOLUME = "当期派办、应计承办量的工单";

  /** What can be computed of every assignee and period. */
  public static final List<Figure> ALL =
      List.of(
          new Figure(
              "signForRate",
              "及时签收率",
              "signedInTime",
              "在签收时限内签收（超时视为签收的不算，LIF-03）",
              "volume",
              VOLUME,
              List.of(RETURNED, CANCELLED, EXCLUDED)),
          new Figure(
              "contactRate",
              "及时联系率",
              "contactedInTime",
              "在签收时限内联系上诉求人（LIF-01、LIF-03）",
              "contactOf",
              "应计承办量、由承办单位主办且诉求人可联系的工单",
              List.of(RETURNED, CANCELLED, EXCLUDED)),
          new Figure(
              "inTimeRate",
              "按时办结率",
              "repliedInTime",
              "在办理时限（含批准的延期）内答复，规则为“办结或反馈”的以首次反馈为准（Q-09）",
              "volume",
              VOLUME,
              List.of(RETURNED, CANCELLED, EXCLUDED)),
          new Figure(
              "overdueRate",
              "逾期率",
              "overdue",
              "逾期答复、逾期未答复，以及当月的超期退单（LIF-06）",
              "volume",
              VOLUME,
              List.of(RETURNED, CANCELLED, EXCLUDED)),
          new Figure(
              "extensionRate",
              "延期率",
              "extended",
              "批准过延期",
              "volume",
              VOLUME,
              List.of(RETURNED, CANCELLED, EXCLUDED)),
          new Figure(
              "redoRate",
              "重办率",
              "redone",
              "发回重办过",
              "volume",
              VOLUME,
              List.of(RETURNED, CANCELLED, EXCLUDED)),
          new Figure(
              "satisfactionRate",
              "满意率（含默认满意）",
              "satisfied",
              "最终评价为满意（前三档）",
              "satisfactionOf",
              "当期办结、有最终评价的主办工单，减去甄别通过的不满意评价",
              List.of(SCREENED, EXCLUDED)),
          new Figure(
              "realSatisfactionRate",
              "满意率（仅诉求人评价）",
              "reallySatisfied",
              "诉求人最终评价为满意",
              "reallyRated",
              "当期办结、由诉求人评价的主办工单，减去甄别通过的不满意评价",
              List.of(BY_SILENCE, SCREENED, EXCLUDED)),
          new Figure(
              "firstSatisfactionRate",
              "首次满意率",
              "firstSatisfied",
              "首次评价为满意",
              "firstRated",
              "当期办结、有评价的主办工单",
              List.of(EXCLUDED)),
          new Figure(
              "solutionRate",
              "问题解决率",
              "solved",
              "诉求人认为已解决",
              "solutionOf",
              "当期办结、由诉求人评价的主办工单",
              List.of(BY_SILENCE, EXCLUDED)));

  /** In percent; null when there is nothing to divide by. */
  public @Nullable Double percent(Map<String, Long> numbers) {
    long of = numbers.getOrDefault(denominator, 0L);
    return of == 0 ? null : 100.0 * numbers.getOrDefault(numerator, 0L) / of;
  }

  public static Figure named(String name) {
    return ALL.stream().filter(figure -> figure.name().equals(name)).findFirst().orElseThrow();
  }
}
