package hotline.node.view;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import java.util.List;

/**
 * Which page of a list is wanted. Of lists that grow for ever nobody counts more than {@link #MOST}
 * rows, and nobody turns further: that would take the longer, the more there are.
 *
 * @param page from 0
 */
public record Paging(int page, int size) {

  /** How many rows are counted, and how far one may turn. */
  public static final int MOST = 100_000;

  /**
   * How many rows come before the page.
   *
   * @throws RefusedException when they are more than {@link #MOST}
   */
  public int offset() {
    long offset = (long) page * size;
    if (offset > MOST) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "最多翻到第 " + MOST + " 条，请缩小查询范围，或导出全部结果");
    }
    return (int) offset;
  }

  /**
   * The page.
   *
   * @param counted how many rows there are, counted up to one more than {@link #MOST}
   */
  public <T> PageView<T> of(List<T> items, long counted) {
    return new PageView<>(items, Math.min(counted, MOST), counted > MOST, page, size);
  }
}
