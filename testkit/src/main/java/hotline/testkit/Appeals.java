package hotline.testkit;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up appeals, each by somebody else about something else. */
public final class Appeals {

  /** Tells these appeals from those of other tests on the same network (ACC-10). */
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  private final AtomicInteger next = new AtomicInteger();

  /** Something to be dealt with in the district that belongs to {@code region}. */
  public Map<String, Object> about(String region) {
    return of("HELP", region);
  }

  /** A question that can be answered at once. */
  public Map<String, Object> question(String region) {
    return of("CONSULTATION", region);
  }

  private Map<String, Object> of(String category, String region) {
    int number = next.incrementAndGet();
    return Map.of(
        "channel",
        "PHONE",
        "category",
        category,
        "title",
        "小区东门路灯不亮（" + number + "）",
        "content",
        "九龙路" + number + "号小区东门路灯已一周不亮，夜间出行不便，请尽快处理。灯杆编号" + mark + "。",
        "region",
        region,
        "place",
        "九龙路" + number + "号",
        "requester",
        Map.of("name", "测试人", "phone", "0934-0%06d".formatted(number)));
  }
}
