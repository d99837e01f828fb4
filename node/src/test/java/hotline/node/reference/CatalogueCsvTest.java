package hotline.node.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Domain;
import hotline.requirements.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement({"CLS-07", "CLS-11"})
class CatalogueCsvTest {

  private static final String HEADER = "事项代码,事项目录,领域,归口职能,承办单位,协办职能,关键词\n";

  @Test
  void aCatalogueIsReadWhateverTheOrderOfItsColumnsAndHoweverItsCellsAreQuoted() {
    CatalogueCsv.Parsed parsed =
        CatalogueCsv.parse(
            "\uFEFF领域,归口职能,事项目录,事项代码,关键词\r\n"
                + "公共服务,\"heating\",\"城乡建设/供热，\"\"暖气\"\"\",CJ0301,供暖；暖气;室温\r\n\r\n");

    assertThat(parsed.problems()).isEmpty();
    Matter matter = parsed.matters().get(0);
    assertThat(matter.code()).isEqualTo("CJ0301");
    assertThat(matter.name()).isEqualTo("供热，\"暖气\"");
    assertThat(matter.domain()).isEqualTo(Domain.PUBLIC_SERVICE);
    assertThat(matter.unit()).isEmpty();
    assertThat(matter.words()).containsExactly("供暖", "暖气", "室温");
  }

  @Test
  void allMistakesAreFoundAtOnceEachWithItsLine() {
    List<CatalogueCsv.Problem> problems =
        CatalogueCsv.parse(
                HEADER
                    + "CJ0101,城乡建设/路灯,社会管理,city,,,\n"
                    + "cj1,城乡建设/路面,社会管理,city,,,\n"
                    + "CJ0101,城乡建设/井盖,市政,city,,,\n"
                    + "CJ0104,城乡建设/路灯,社会管理,,,,\n")
            .problems();

    assertThat(problems)
        .extracting(CatalogueCsv.Problem::toString)
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("第3行").contains("cj1"),
            problem -> assertThat(problem).startsWith("第4行").contains("重复"),
            problem -> assertThat(problem).startsWith("第4行").contains("市政").contains("社会管理"),
            problem -> assertThat(problem).startsWith("第5行").contains("重复"),
            problem -> assertThat(problem).startsWith("第5行").contains("归口职能"));
  }

  @Test
  void whatIsNoCatalogueIsRefusedByItsHeader() {
    assertThat(CatalogueCsv.parse(" \n").problems()).hasSize(1);
    assertThat(CatalogueCsv.parse("事项代码,名称\nCJ0101,路灯\n").problems())
        .extracting(CatalogueCsv.Problem::message)
        .anyMatch(message -> message.contains("名称"))
        .anyMatch(message -> message.contains("缺少列“领域”"));
    assertThat(CatalogueCsv.parse(HEADER).problems())
        .extracting(CatalogueCsv.Problem::message)
        .containsExactly("归口目录没有事项");
  }

  @Test
  void whatIsHandedDownNamesFunctionsAndNoUnits() {
    List<Matter> matters =
        CatalogueCsv.parse(HEADER + "CJ0101,城乡建设/路灯,社会管理,city,CGJ,police,\"路灯；灯,杆\"\n").matters();

    Matter below = CatalogueCsv.parse(CatalogueCsv.withoutUnits(matters)).matters().get(0);

    assertThat(matters.get(0).unit()).contains("CGJ");
    assertThat(below.unit()).isEmpty();
    assertThat(below.function()).isEqualTo("city");
    assertThat(below.coFunctions()).containsExactly("police");
  }

  @Test
  @Requirement("CLS-08")
  void aMatterIsRecognisedByItsWordsAndTheMoreSoTheMoreOfThemThereAre() {
    MatterCatalogue catalogue = MatterCatalogue.bundled();

    assertThat(catalogue.recognisedIn("小区供暖不足，暖气不热，室温只有十四度", 3))
        .first()
        .extracting(Matter::code)
        .isEqualTo("CJ0301");
    assertThat(catalogue.recognisedIn("公司拖欠工资三个月", 3))
        .first()
        .extracting(Matter::code)
        .isEqualTo("RS0101");
    assertThat(catalogue.recognisedIn("随便说说", 3)).isEmpty();
  }
}
