package hotline.province;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.reference.Neighbours;
import hotline.node.store.OverviewStore;
import hotline.node.store.OverviewStore.OwnerTotals;
import hotline.node.view.Named;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole province at a glance: what every city and every node below it has taken in, from the
 * records that they have sent up (XTR-03, XTR-09).
 */
@Controller("/api/overview")
@ExecuteOn(TaskExecutors.BLOCKING)
class OverviewController {

  private static final int CITY_DIGITS = 4;

  private final Transactions transactions;
  private final OverviewStore store;
  private final Neighbours nodes;
  private final Clock clock;

  OverviewController(
      Transactions transactions, OverviewStore store, Neighbours nodes, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.nodes = nodes;
    this.clock = clock;
  }

  /** By city; a city's figures include those of the nodes below it. */
  @Get
  List<CityTotals> cities(SignedInUser user) {
    Permissions.require(user, EnumSet.of(Role.SUPERVISOR), "查看全省汇总");
    List<OwnerTotals> owners = transactions.call(tx -> store.byOwner(tx, clock.instant()));
    Map<NodeCode, CityTotals> cities = new TreeMap<>();
    for (OwnerTotals owner : owners) {
      NodeCode city = NodeCode.of(owner.owner().value().substring(0, CITY_DIGITS) + "00");
      cities.merge(city, CityTotals.of(named(city), owner), CityTotals::plus);
    }
    return List.copyOf(cities.values());
  }

  private Named named(NodeCode node) {
    return new Named(node.value(), nodes.nameOf(node));
  }

  @Serdeable
  record CityTotals(
      Named city,
      long nodes,
      long registered,
      long open,
      long overdue,
      long closed,
      long archived) {

    static CityTotals of(Named city, OwnerTotals totals) {
      return new CityTotals(
          city,
          1,
          totals.registered(),
          totals.open(),
          totals.overdue(),
          totals.closed(),
          totals.archived());
    }

    CityTotals plus(CityTotals other) {
      return new CityTotals(
          city,
          nodes + other.nodes,
          registered + other.registered,
          open + other.open,
          overdue + other.overdue,
          closed + other.closed,
          archived + other.archived);
    }
  }
}
