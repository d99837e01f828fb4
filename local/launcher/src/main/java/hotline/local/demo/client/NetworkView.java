package hotline.local.demo.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node states about its own stream of records and about those that it receives. */
public record NetworkView(List<StreamView> streams, Own own) {

  /**
   * A stream as its receiver knows it.
   *
   * @param produced the head that the origin last stated
   * @param headHash the hash up to which records were applied here
   */
  public record StreamView(
      NodeRef origin,
      String name,
      long produced,
      long received,
      long applied,
      @Nullable String headHash,
      boolean headsAgree,
      @Nullable LagView lagMillis,
      long setAside) {}

  /** Time from the commit at the origin to being visible here. */
  public record LagView(double p50, double p99) {}

  /** The node's own stream. */
  public record Own(long produced, long confirmed, @Nullable String headHash) {}
}
