package hotline.local.demo.scenario;

import hotline.local.demo.appeal.Dice;
import java.util.List;

/** What people write in the demo. */
final class Phrases {

  private static final String AGAIN = "再次核实：";

  private static final List<String> ANSWERS =
      List.of(
          "已按现行政策逐条解答，并告知办理地点、所需材料和咨询电话，来电人表示清楚。",
          "已查询知识库答复：可在政务服务网或手机端办理，也可到就近窗口办理，即来即办。",
          "已当场联系业务窗口核实并答复来电人，无需另行派单。",
          "已记录并转告有关单位，向来电人说明情况并致谢。");
  private static final List<String> REPLIES =
      List.of(
          "接单后当天到现场查看，情况属实，已责成责任单位整改到位，并电话告知诉求人。",
          "经核实，问题已处理完毕，现场照片存档。已与诉求人电话沟通，诉求人认可。",
          "已约谈有关负责人，限期三日内整改，目前整改完成。已将办理情况告知诉求人。",
          "经调查，部分情况属实。已列入本月工作计划并先行采取临时措施，向诉求人说明了时间安排。",
          "已安排专人跟进，协调相关单位现场办公，问题得到解决，诉求人表示理解和感谢。");
  private static final List<String> RETURN_REASONS =
      List.of("反映地点不在我单位管辖范围内", "该事项的行政执法权已划转，不属我单位职责", "该路段尚未移交，由建设单位负责管护");
  private static final List<String> REDO_REASONS =
      List.of("诉求人表示问题没有真正解决，答复与现场不符", "诉求人反映无人与其联系，请重新核实办理", "答复避重就轻，未回应诉求人的主要问题");

  private final Dice dice;

  Phrases(Dice dice) {
    this.dice = dice;
  }

  String answer(String key) {
    return pick(ANSWERS, "answer", key);
  }

  /** A reply; one that follows another says so. */
  String reply(String key, boolean again) {
    return (again ? AGAIN : "") + pick(REPLIES, "reply", key);
  }

  static boolean isSecondReply(String content) {
    return content.startsWith(AGAIN);
  }

  String returnReason(String key) {
    return pick(RETURN_REASONS, "return", key);
  }

  String redoReason(String key) {
    return pick(REDO_REASONS, "redo", key);
  }

  private String pick(List<String> choices, String question, String key) {
    return choices.get(dice.below(choices.size(), "phrase", question, key));
  }
}
