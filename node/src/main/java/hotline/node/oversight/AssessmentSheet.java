package hotline.node.oversight;

import hotline.node.assessment.Figure;
import hotline.node.assessment.Figure.LeftOut;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.oversight.AssessmentController.AssigneeFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the exported figures of a month: each figure with its numerator and denominator,
 * and then once each what was left out of some of them (ASM-16).
 */
final class AssessmentSheet {

  static final Sheet<AssigneeFigures> FIGURES = new Sheet<>("考核数据", columns());

  private static final int DECIMALS = 2;

  private AssessmentSheet() {}

  private static List<Column<AssigneeFigures>> columns() {
    List<Column<AssigneeFigures>> columns = new ArrayList<>();
    columns.add(new Column<>("种类", a -> a.kind().equals("UNIT") ? "承办单位" : "下级节点"));
    columns.add(new Column<>("代码", AssigneeFigures::code));
    columns.add(new Column<>("名称", AssigneeFigures::name));
    columns.add(number("承办量", "volume"));
    Map<String, LeftOut> leftOut = new LinkedHashMap<>();
    for (Figure figure : Figure.ALL) {
      columns.add(new Column<>(figure.label() + "%", a -> percent(figure, a.numbers())));
      columns.add(number(figure.label() + "·分子", figure.numerator()));
      columns.add(number(figure.label() + "·分母", figure.denominator()));
      figure.leftOut().forEach(out -> leftOut.putIfAbsent(out.number(), out));
    }
    leftOut.values().forEach(out -> columns.add(number("不计：" + out.why(), out.number())));
    return List.copyOf(columns);
  }

  private static Column<AssigneeFigures> number(String header, String of) {
    return new Column<>(header, a -> Long.toString(a.numbers().getOrDefault(of, 0L)));
  }

  private static @Nullable String percent(Figure figure, Map<String, Long> numbers) {
    Double percent = figure.percent(numbers);
    return percent == null
        ? null
        : BigDecimal.valueOf(percent).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
