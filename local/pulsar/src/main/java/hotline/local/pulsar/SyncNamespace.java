package hotline.local.pulsar;

import java.util.Set;
import org.apache.pulsar.client.admin.PulsarAdmin;
import org.apache.pulsar.client.admin.PulsarAdminException;
import org.apache.pulsar.common.policies.data.BacklogQuota;
import org.apache.pulsar.common.policies.data.BacklogQuota.RetentionPolicy;
import org.apache.pulsar.common.policies.data.RetentionPolicies;
import org.apache.pulsar.common.policies.data.TenantInfo;

/** The namespace of the record streams, {@code hotline/sync}, and its rules. */
final class SyncNamespace {
  private static final String TENANT = "hotline";
  private static final String NAME = TENANT + "/sync";
  private static final long BACKLOG_BYTES = 10L << 30;

  /**
   * What is acknowledged stays an hour, for a receiver that is set up late. The broker demands that
   * the size allowed here exceeds that of the backlog.
   */
  private static final RetentionPolicies RETENTION = new RetentionPolicies(60, 11 * 1024);

  private SyncNamespace() {}

  /** Creates what is missing; the rules are set again, whatever they were. */
  static void create(PulsarAdmin admin) throws PulsarAdminException {
    Set<String> clusters = Set.copyOf(admin.clusters().getClusters());
    if (!admin.tenants().getTenants().contains(TENANT)) {
      admin.tenants().createTenant(TENANT, TenantInfo.builder().allowedClusters(clusters).build());
    }
    if (!admin.namespaces().getNamespaces(TENANT).contains(NAME)) {
      admin.namespaces().createNamespace(NAME, clusters);
    }
    admin
        .namespaces()
        .setBacklogQuota(
            NAME,
            BacklogQuota.builder()
                .limitSize(BACKLOG_BYTES)
                .retentionPolicy(RetentionPolicy.producer_request_hold)
                .build());
    admin.namespaces().setNamespaceMessageTTL(NAME, 0);
    admin.namespaces().setRetention(NAME, RETENTION);
    admin.namespaces().setDeduplicationStatus(NAME, false);
  }
}
