package hotline.node.cockpit;

import hotline.node.cockpit.CockpitView.DefinitionView;
import java.util.List;

/** How each figure is computed, for those who look at it (ASM-16). */
final class Definitions {

  private static final String TICKETS = "本节点的工单及下级节点汇聚到本节点的工单副本";
  private static final String NOW = "统计时刻的状态";
  private static final String PERIOD = "所选时段，按登记时间";
  private static final String MONTH = "本月1日零时至统计时刻；月度正式考核另行核定";

  static final List<DefinitionView> ALL =
      List.of(
          define("registered", "受理量", "登记的工单件数，含不予受理和即时办结的", PERIOD, TICKETS),
          define("usual", "上周同期", "七天前同一时段登记的工单件数（同一星期几、截至同一时刻）", PERIOD + "，整体前移七天", TICKETS),
          define("open", "在办", "尚未答复诉求人的工单：待受理、待派单、办理中、待审核", NOW, TICKETS),
          define("overdue", "已超期", "尚未答复诉求人、诉求时限已过的工单；规则为“办结或反馈”且已反馈的不算", NOW, TICKETS),
          define("dueSoon", "即将超期", "尚未答复诉求人、诉求时限在24小时以内的工单", NOW, TICKETS),
          define("urgent", "紧急在办", "紧急程度为“紧急”、尚未答复诉求人的工单", NOW, TICKETS),
          define("handling", "平均办理时长", "经派办后办结的工单，自受理至办结的自然时间，取平均值", MONTH, TICKETS),
          define(
              "response",
              "响应率",
              "主办单位在签收时限内签收、并（承办单位主办且诉求人可联系的）在同一时限内联系上诉求人的工单，"
                  + "占已派办且已签收或签收时限已到的工单的比例。退单通过、撤销派办的不计，剔除的不计（ASM-02、ASM-16）",
              "本月登记的工单；" + MONTH,
              TICKETS),
          define(
              "satisfaction",
              "满意率",
              "诉求人最终评价为非常满意、满意、基本满意的工单，占诉求人作出评价的工单的比例。"
                  + "超时默认满意的不计，甄别通过的不满意评价不计，剔除的不计（ASM-03、ASM-16）",
              "本月办结的工单；" + MONTH,
              TICKETS),
          define(
              "solution",
              "解决率",
              "诉求人认为问题已解决的工单，占诉求人作出评价的工单的比例。超时默认满意的不计，剔除的不计（ASM-04、ASM-16）",
              "本月办结的工单；" + MONTH,
              TICKETS),
          define("bins", "受理走势", "每小时（时段超过两天的按天）登记的工单件数，与七天前的同一小时、同一天比较", PERIOD, TICKETS),
          define("channels", "来源渠道", "按工单的来源渠道分", PERIOD, TICKETS),
          define("categories", "诉求类别", "按工单的诉求类别分", PERIOD, TICKETS),
          define("regions", "区域分布", "按诉求事项所在区划分；未注明区域的单列", PERIOD, TICKETS),
          define(
              "matters",
              "热点事项",
              "按归口目录中的事项分，取件数最多的；“平常”为此前四周的周均件数，多出一半且不少于5件的标为上升",
              "统计时刻前七天，按登记时间",
              TICKETS),
          define(
              "late",
              "超期承办单位",
              "本节点派出、到办理时限仍未答复的派办所在工单的件数，按承办单位和下级节点分；“办结或反馈”且已反馈的不算",
              NOW,
              "本节点的派办记录"),
          define(
              "nodes", "下级对比", "各下级节点（含其下级）受理的工单，各项口径与上面相同", "与上面各项相同", "各下级节点推送的工单副本，括注最近入库时间"));

  private Definitions() {}

  private static DefinitionView define(
      String key, String title, String how, String time, String source) {
    return new DefinitionView(key, title, how, time, source);
  }
}
