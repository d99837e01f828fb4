package hotline.node;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of the database must not ask of the driver. */
final class DatabaseUrl {

  private static final Pattern SERVER_PREPARED =
      Pattern.compile("[?&,(]useserverprepstmts=([^&,)]*)");

  private DatabaseUrl() {}

  /**
   * Checks a URL for Connector/J. Its cache of server-side prepared statements hands a closed
   * statement out again together with rows that were batched and never executed; a failed
   * transaction's rows would then appear in another one.
   *
   * @return the URL
   * @throws IllegalArgumentException when the URL is for another driver, or switches that on
   */
  static String checked(String url) {
    if (!url.startsWith("jdbc:mysql:")) {
      throw new IllegalArgumentException(
          "HOTLINE_DB_URL 应以 jdbc:mysql: 开头，实际为 " + url.replaceAll("\\?.*", ""));
    }
    Matcher setting = SERVER_PREPARED.matcher(url.toLowerCase(Locale.ROOT));
    while (setting.find()) {
      if (!setting.group(1).equals("false") && !setting.group(1).equals("no")) {
        throw new IllegalArgumentException(
            "HOTLINE_DB_URL 含有 useServerPrepStmts="
                + setting.group(1)
                + "，应为 false 或不写：驱动会把未执行的批量语句带入别的事务");
      }
    }
    return url;
  }
}
