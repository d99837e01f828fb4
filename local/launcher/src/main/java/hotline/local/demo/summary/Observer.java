package hotline.local.demo.summary;

import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.NetworkView;
import hotline.local.demo.client.NetworkView.LagView;
import hotline.local.demo.client.NetworkView.StreamView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks every node what it did and what it received, and compares what they say. */
final class Observer {

  private static final String ADMIN = "admin";
  private static final String UPLINK = "uplink";

  private final Map<String, HttpNode> nodes = new LinkedHashMap<>();

  Observer(Collection<HttpNode> nodes) {
    nodes.forEach(node -> this.nodes.put(node.code(), node));
  }

  List<NodeCounts> counts() throws ApiRefusal, IOException, InterruptedException {
    List<NodeCounts> counts = new ArrayList<>();
    for (HttpNode node : nodes.values()) {
      counts.add(node.get(ADMIN, "/api/network/summary", NodeCounts.class));
    }
    return counts;
  }

  Observed observe() throws ApiRefusal, IOException, InterruptedException {
    Map<String, NetworkView> views = new LinkedHashMap<>();
    for (HttpNode node : nodes.values()) {
      views.put(node.code(), node.get(ADMIN, "/api/network", NetworkView.class));
    }
    List<StreamCounts> streams = new ArrayList<>();
    List<LagSample> lags = new ArrayList<>();
    long setAside = 0;
    for (String origin : views.keySet()) {
      NetworkView.Own own = Objects.requireNonNull(views.get(origin)).own();
      for (String at = parentOf(origin); at != null; at = parentOf(at)) {
        StreamView stream = stream(Objects.requireNonNull(views.get(at)), origin);
        streams.add(compare(origin, at, own, stream));
        if (stream != null) {
          setAside += stream.setAside();
          LagView lag = stream.lagMillis();
          if (parentOf(at) == null && lag != null) {
            lags.add(new LagSample(stream.applied(), lag));
          }
        }
      }
    }
    return new Observed(counts(), streams, lag(lags), setAside);
  }

  /** The receiver's word alone is not enough: its hash must be the one that the origin states. */
  private static StreamCounts compare(
      String origin, String at, NetworkView.Own own, @Nullable StreamView stream) {
    if (stream == null) {
      return new StreamCounts(origin, at, own.produced(), 0, 0, own.produced() == 0);
    }
    boolean sameHash = Objects.equals(own.headHash(), stream.headHash());
    return new StreamCounts(
        origin,
        at,
        own.produced(),
        stream.received(),
        stream.applied(),
        stream.headsAgree() && sameHash && own.produced() == stream.applied());
  }

  private static @Nullable StreamView stream(NetworkView at, String origin) {
    return at.streams().stream()
        .filter(stream -> stream.origin().code().equals(origin) && stream.name().equals(UPLINK))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String parentOf(String code) {
    HttpNode node = nodes.get(code);
    return node == null ? null : node.address().parent();
  }

  private record LagSample(long records, LagView lag) {}

  /** The typical lag weighs the origins by their records; the bad lag is that of the worst one. */
  private static Lag lag(List<LagSample> samples) {
    double records = samples.stream().mapToLong(LagSample::records).sum();
    double p50 =
        records == 0
            ? 0
            : samples.stream().mapToDouble(s -> s.lag().p50() * s.records()).sum() / records;
    double p99 = samples.stream().mapToDouble(s -> s.lag().p99()).max().orElse(0);
    return new Lag(p50, p99);
  }
}
