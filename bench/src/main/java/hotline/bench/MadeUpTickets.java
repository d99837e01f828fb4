package hotline.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.v1.Actor;
import hotline.v1.Answer;
import hotline.v1.Appeal;
import hotline.v1.Assignment;
import hotline.v1.Category;
import hotline.v1.Closure;
import hotline.v1.ClosureKind;
import hotline.v1.Deadline;
import hotline.v1.Matter;
import hotline.v1.Order;
import hotline.v1.Region;
import hotline.v1.Ticket;
import hotline.v1.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * Makes a ticket of any number out of one that a node has really taken in and dispatched: two years
 * of them, most of them archived, with texts that differ. The same number makes the same ticket.
 */
final class MadeUpTickets {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 730;
  private static final long DAY_MICROS = ChronoUnit.DAYS.getDuration().toNanos() / 1000;

  /** Of a hundred tickets, how many are still open. */
  private static final int OPEN = 3;

  private static final List<String> ROADS =
      List.of("南大街", "北大街", "九龙路", "长庆大道", "董志大道", "兰州路", "安定路", "解放路", "庆州路", "古象路");
  private static final List<String> PLACES =
      List.of("小区", "市场", "学校门口", "公交站", "十字路口", "工地", "广场", "医院对面", "桥下", "家属院");
  private static final List<String> TROUBLES =
      List.of(
          "路灯不亮",
          "供暖温度不够",
          "夜间施工噪音扰民",
          "垃圾长期无人清运",
          "井盖缺失",
          "自来水浑浊",
          "违章停车堵塞通道",
          "拖欠工资",
          "物业乱收费",
          "下水道堵塞返水",
          "广场舞声音过大",
          "道路坑洼积水",
          "电梯经常故障",
          "消防通道被占",
          "树木遮挡信号灯");
  private static final List<String> WISHES =
      List.of("请尽快派人处理", "希望给个明确答复", "多次反映未解决", "影响老人出行", "存在安全隐患", "请核实情况", "希望加强管理", "请协调解决");
  private static final List<String> REGIONS =
      List.of("621002", "621021", "621022", "621023", "621024", "621025");

  private final Ticket ticket;
  private final Assignment assignment;
  private final List<String> units;
  private final long newest;
  private final int count;

  /**
   * @param units codes of the units that they are shared out to
   * @param count how many there will be: numbers from 0 to that, the last is the newest
   */
  MadeUpTickets(byte[] ticket, byte[] assignment, List<String> units, int count, Instant now)
      throws InvalidProtocolBufferException {
    this.ticket = Ticket.parseFrom(ticket);
    this.assignment = Assignment.parseFrom(assignment);
    this.units = units;
    this.count = count;
    this.newest = ChronoUnit.MICROS.between(Instant.EPOCH, now);
  }

  /** A ticket and the one assignment that it was dispatched as. */
  record MadeUp(Ticket ticket, Assignment assignment, String unit, String state, String category) {

    boolean open() {
      return !"ARCHIVED".equals(state);
    }

    String requesterKey() {
      return ticket.getRequester().getKey();
    }
  }

  MadeUp number(int number) {
    Random dice = new Random(number * 31L + 7);
    long registered = newest - (long) ((1 - number / (double) count) * DAYS * DAY_MICROS) - 1;
    boolean open = dice.nextInt(100) < OPEN || number > count - count / 200;
    TicketState state =
        !open
            ? TicketState.TICKET_STATE_ARCHIVED
            : dice.nextInt(4) == 0
                ? TicketState.TICKET_STATE_IN_REVIEW
                : TicketState.TICKET_STATE_IN_HANDLING;
    Category category = Category.forNumber(1 + dice.nextInt(7));
    String unit = units.get(dice.nextInt(units.size()));
    String id = id(registered, number);
    Deadline due =
        ticket.getClock().getDue().toBuilder().setAtMicros(registered + 7 * DAY_MICROS).build();
    Ticket.Builder made =
        ticket.toBuilder()
            .setId(id)
            .setQueryCode("Q%011d".formatted(number))
            .setState(state)
            .setAppeal(appeal(number, dice, category))
            .setClock(
                ticket.getClock().toBuilder()
                    .setRegisteredAtMicros(registered)
                    .setAcceptedAtMicros(registered)
                    .setDue(due));
    made.getRequesterBuilder().setKey("%032x".formatted(number % Math.max(1, count / 3)));
    Order.Builder order = made.getOrdersBuilder(0).setAssignmentId(id + "/1");
    order.getAssigneeBuilder().getUnitBuilder().setCode(unit);
    if (!open) {
      made.setOutcome(
          ticket.getOutcome().toBuilder()
              .setAnswer(
                  Answer.newBuilder()
                      .setContent(
                          "经"
                              + unit
                              + "现场核查，"
                              + WISHES.get(dice.nextInt(WISHES.size()))
                              + "一事已经办理完毕。")
                      .setAtMicros(registered + 3 * DAY_MICROS)
                      .setBy(Actor.newBuilder().setKind(Actor.Kind.KIND_SYSTEM)))
              .setClosure(
                  Closure.newBuilder()
                      .setKind(ClosureKind.forNumber(1))
                      .setAtMicros(registered + 4 * DAY_MICROS)
                      .setBy(Actor.newBuilder().setKind(Actor.Kind.KIND_SYSTEM))));
    }
    Assignment.Builder work = assignment.toBuilder().setId(id + "/1");
    work.getChargeBuilder().getUnitBuilder().setCode(unit);
    work.getTermsBuilder().setDue(due);
    if (!open) {
      work.setState(hotline.v1.AssignmentState.ASSIGNMENT_STATE_CONFIRMED);
    }
    return new MadeUp(
        made.build(),
        work.build(),
        unit,
        state.name().substring("TICKET_STATE_".length()),
        category.name().substring("CATEGORY_".length()));
  }

  private Appeal appeal(int number, Random dice, Category category) {
    String road = pick(ROADS, dice);
    String place = road + (1 + dice.nextInt(400)) + "号" + pick(PLACES, dice);
    String trouble = pick(TROUBLES, dice);
    String region = pick(REGIONS, dice);
    return ticket.getAppeal().toBuilder()
        .setCategory(category)
        .setEnterprise(dice.nextInt(12) == 0)
        .setTitle(place + trouble)
        .setContent(
            "诉求人来电反映："
                + place
                + trouble
                + "，已持续"
                + (1 + dice.nextInt(30))
                + "天，"
                + pick(WISHES, dice)
                + "，"
                + pick(WISHES, dice)
                + "。编号"
                + Integer.toString(number, 36)
                + "。")
        .setRegion(Region.newBuilder().setCode(region).setName(region))
        .setPlace(place)
        .setMatter(Matter.newBuilder().setCode("M" + dice.nextInt(200)).setName("事项" + trouble))
        .build();
  }

  private static String id(long registered, int number) {
    LocalDate day = Instant.EPOCH.plus(registered, ChronoUnit.MICROS).atZone(ZONE).toLocalDate();
    return RealNode.CODE
        + "-"
        + day.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + (1_000_000 + number);
  }

  private static String pick(List<String> all, Random dice) {
    return all.get(dice.nextInt(all.size()));
  }
}
