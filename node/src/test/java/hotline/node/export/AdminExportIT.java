package hotline.node.export;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.view.Times;
import hotline.requirements.Requirement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of the administration and of the network page as files. */
class AdminExportIT {

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    Samples.dispatched(node);
    fillLists();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @Requirement({"SEC-01", "SEC-03"})
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          units                                 | admin  | paidan   | 代码,名称,归口职能,    | CGJ,
          users?role=CALL_TAKER&q=HUAW          | admin  | paidan   | 账号,姓名,角色,       | huawu,
          users?disabled=true                   | admin  | paidan   | 账号,姓名,角色,       | 共 0 条
          users?locked=true                     | admin  | paidan   | 账号,姓名,角色,       | 共 0 条
          units?closed=true                     | admin  | paidan   | 代码,名称,归口职能,    | 共 0 条
          units?closed=false&q=cgj              | admin  | paidan   | 代码,名称,归口职能,    | 共 1 条
          api-clients                           | admin  | paidan   | 账号,名称,种类,       | ,受理渠道,WEB,
          unit-offices                          | duban  |          | 单位代码,承办单位,     | ,办公室,0934-8212345,1,0,
          unit-offices?missing=true             | admin  |          | 单位代码,承办单位,     | ,未登记,
          institutions                          | paidan |          | 职责,名称,牵头,自,状态  | 办公室,热线办,主任,2023-01-01,现任
          expert-seats                          | paidan |          | 热线或业务,单位代码,    | 12333,RSJ,
          duties?from={2030}&to={2031}          | huawu  |          | 种类,值守人,          | 领导接听日,市长接听日,CGJ,
          lines?mode=INDEPENDENT                | huawu  |          | 号码,名称,用途,       | 12315,消费者热线,
          enrolments                            | duban  | paidan   | 编码,名称,简称,       |
          broadcasts?of=OWN                     | duban  | paidan   | 发布节点编码,发布节点,  |
          policies                              | paidan | unit-CGJ | 版本,名称,文件,       | 1,qingyang,
          calendars                             | paidan |          | 年份,日期,节日,安排,    | ,调休上班,
          catalogues                            | paidan | unit-CGJ | 版本,文件,           | 0,程序自带,
          assessment?month={month}              | duban  | huawu    | 种类,代码,名称,承办量,  | 承办单位,CGJ,
          commands                              | paidan | huawu    | 写入时间,送往节点编码,  |
          set-aside                             | duban  | paidan   | 搁置时间,产生时间,     |
          department-streams                    | admin  | paidan   | 单位代码,部门,        | CGJ,
          network/certificates                  | duban  | paidan   | 编号,出具时间,结论,    | ,完整,
          network/nodes                         | duban  | paidan   | 编码,名称,层级,       |
          network/streams                       | duban  | paidan   | 来源节点编码,         |
          network/streams?above=true            | duban  | paidan   | 来源节点编码,         |
          monitoring/platforms                  | duban  | paidan   | 编码,平台,受理,       |
          """)
  void aListIsExportedByThoseWhoMaySeeIt(
      String list,
      String reader,
      @Nullable String stranger,
      String header,
      @Nullable String content)
      throws Exception {
    String path = exportOf(list);

    String csv = text(http.bytes(reader, path + "format=CSV"));

    assertThat(csv).startsWith("\uFEFF" + header).containsPattern("导出完毕，共 [0-9]+ 条");
    if (content != null) {
      assertThat(csv).contains(content);
    }
    assertThat(csv).as("passwords, keys, and people's numbers").doesNotContain("$2", "19912345678");
    assertThat(http.bytes(reader, path)).as("a workbook").startsWith('P', 'K');
    if (stranger != null) {
      assertThat(http.get(stranger, path).status()).isEqualTo(403);
    }
  }

  @Test
  void aUnitExportsItsOwnOfficeOnly() throws Exception {
    assertThat(text(http.bytes("unit-RSJ", "/api/unit-offices/export?format=CSV")))
        .contains("RSJ,")
        .endsWith("导出完毕，共 1 条\r\n");
  }

  /** The address of a list's export, open for another parameter. */
  private static String exportOf(String list) {
    int query = list.indexOf('?');
    return "/api/"
        + (query < 0 ? list + "/export?" : list.replace("?", "/export?") + "&")
            .replace("{2030}", "2030-01-01T00:00:00%2B08:00")
            .replace("{2031}", "2031-01-01T00:00:00%2B08:00")
            .replace("{month}", YearMonth.now(Times.ZONE).toString());
  }

  /** Something in the lists that are empty in the beginning. */
  private static void fillLists() {
    made(
        "admin",
        "/api/api-clients",
        Map.of("kind", "CHANNEL", "name", "政务服务网", "scope", List.of("WEB")));
    for (String since : List.of("2022-01-01", "2023-01-01")) {
      made(
          "admin",
          "/api/institutions",
          Map.of("role", "OFFICE", "name", "热线办", "head", "主任", "since", since));
    }
    made("admin", "/api/expert-seats", Map.of("field", "12333", "unit", "RSJ", "remote", false));
    made(
        "duban",
        "/api/duties",
        Map.of(
            "kind", "LEADER",
            "who", "市长接听日",
            "unit", "CGJ",
            "from", "2030-03-01T09:00:00+08:00",
            "to", "2030-03-01T11:00:00+08:00",
            "note", "联系人 19912345678"));
    made(
        "admin",
        "/api/lines",
        Map.of("number", "12315", "name", "消费者热线", "purpose", "投诉", "establishedOn", "2000-01-01"));
    made("admin", "/api/department-streams", Map.of("unit", "CGJ", "reason", "自有系统"));
    made("duban", "/api/network/certificates", Map.of());
    Answer office =
        http.put(
            "unit-CGJ",
            "/api/unit-offices/CGJ",
            Map.of("office", "办公室", "fullTime", 1, "partTime", 0, "phone", "0934-8212345"));
    assertThat(office.status()).as("%s", office.body()).isEqualTo(200);
  }

  private static void made(String user, String path, Map<String, ?> body) {
    Answer answer = http.post(user, path, body);
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 201);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
