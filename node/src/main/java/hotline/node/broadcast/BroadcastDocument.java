package hotline.node.broadcast;

import hotline.sync.NodeCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One version of a reference document.
 *
 * @param publisher who published it; only the publisher changes it
 * @param kind what it is for, such as {@link #POLICY}: 1 to 16 lower-case letters and hyphens
 * @param key which of its kind: 1 to 40 letters, digits, dots, hyphens and underscores
 * @param version 1, 2, 3 … for each publisher, kind and key; the highest counts
 * @param content text whose form the kind defines, at most {@link #MAX_CONTENT_BYTES}; empty when
 *     withdrawn
 * @param withdrawn whether it no longer holds
 */
public record BroadcastDocument(
    NodeCode publisher,
    String kind,
    String key,
    long version,
    String content,
    Instant publishedAt,
    boolean withdrawn) {

  public static final String POLICY = "policy";
  public static final String CALENDAR = "calendar";
  public static final String CATALOGUE = "catalogue";
  public static final String KNOWLEDGE = "knowledge";

  /** In UTF-8. A record of a stream holds 1 MiB. */
  public static final int MAX_CONTENT_BYTES = 512 * 1024;

  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,15}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException in Chinese, when the form is wrong
   */
  public BroadcastDocument {
    require(KIND.matcher(kind).matches(), "文档类别应为1至16个小写字母或连字符，收到“" + kind + "”");
    require(KEY.matcher(key).matches(), "文档编码应为1至40个字母、数字、点、连字符或下划线，收到“" + key + "”");
    require(version > 0, "文档版本应大于0，收到 " + version);
    int size = content.getBytes(StandardCharsets.UTF_8).length;
    require(size <= MAX_CONTENT_BYTES, "文档内容不应超过 " + MAX_CONTENT_BYTES + " 字节，收到 " + size + " 字节");
    require(withdrawn || !content.isBlank(), "文档内容不能为空");
    require(!withdrawn || content.isEmpty(), "撤回的文档不应有内容");
  }

  /** Whether both are versions of the same document. */
  public boolean sameDocument(BroadcastDocument other) {
    return publisher.equals(other.publisher) && kind.equals(other.kind) && key.equals(other.key);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
