package hotline.local.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  @Test
  void versionLinksLagBacklogAndHeadsOfANodeAreShown() throws JsonProcessingException {
    String answer =
        """
        {"node":{"code":"621000"},
         "version":{"software":"0.1.0+9f223ac","schema":2},
         "own":{"produced":12,"confirmed":11,"headHash":"0123456789abcdef"},
         "parent":{"code":"620000","connected":true,"commandBacklog":2,"circuit":"CLOSED",
                   "publishBacklog":1},
         "children":[{"code":"621002","connected":false,"commandBacklog":3,"circuit":"OPEN"}],
         "streams":[{"origin":{"code":"621002"},"name":"uplink","produced":9,"received":8,
                     "applied":7,"backlog":2,"setAside":1,"headsAgree":false,
                     "lagMillis":{"p50":4,"p99":31}}]}
        """;

    assertThat(StatusReport.describe(new ObjectMapper().readTree(answer)))
        .containsExactly(
            "  程序版本 0.1.0+9f223ac，数据规范第 2 版",
            "  本节点记录：产生 12，已送出 11，链头 0123456789ab",
            "  上级 620000：已连接，待送指令 2，熔断 CLOSED，待送记录 1",
            "  下级 621002：未连接，待送指令 3，熔断 OPEN",
            "  数据流 621002 uplink：产生 9，收到 8，入库 7，积压 2，搁置 1，时延 p50 4 ms p99 31 ms，链头不一致");
  }
}
