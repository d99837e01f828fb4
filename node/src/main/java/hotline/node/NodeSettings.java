package hotline.node;

import hotline.sync.stream.LinkScope;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Optional;

/** What this node is told at its start; see {@code application.yml} for each value's meaning. */
@ConfigurationProperties("hotline.node")
public interface NodeSettings {

  @Pattern(regexp = "[0-9]{6}([A-Z][0-9]{2})?")
  String getCode();

  /** Full name, e.g. 庆阳市12345政务服务便民热线 (TOP-17). */
  @NotBlank
  String getName();

  /** Name for short, e.g. 市12345热线; taken from the full one when it is missing (TOP-17). */
  Optional<String> getShortName();

  /** center, sub-center or receiver; as the tier suggests when it is missing (TOP-13). */
  Optional<String> getKind();

  Tier getTier();

  /** Name of the policy resource that holds at this node, e.g. {@code qingyang}. */
  @Bindable(defaultValue = "qingyang")
  String getPolicy();

  /** Whose list of handling units comes with the program, or a list of the node's own: a .yml. */
  @Bindable(defaultValue = "district")
  String getUnits();

  Path getDataDir();

  int getHttpPort();

  int getGrpcPort();

  String getGrpcHost();

  Optional<String> getGrpcAdvertised();

  String getPulsarUrl();

  Optional<String> getParentPulsarUrl();

  /** What the names of topics begin with: tenant and namespace. */
  @Bindable(defaultValue = "persistent://hotline/sync/")
  String getTopicPrefix();

  Optional<String> getParentAddress();

  Optional<String> getParentToken();

  /**
   * What the parent sees of this node's records: all, or all but personal data and files (SEC-01).
   */
  @Bindable(defaultValue = "FULL")
  LinkScope getUplinkScope();

  /**
   * What requesters' hashes are keyed with: the same at every node of a tree, known to nobody else
   * . Without it the node makes its own and compares with no other.
   */
  Optional<String> getRequesterSecret();

  /** Where citizens reach this node: what links in messages begin with. */
  Optional<String> getPublicUrl();

  /** The header in which a trusted proxy names the client's address; the peer's when missing. */
  Optional<String> getClientAddressHeader();

  Optional<String> getAdminPassword();

  boolean isDemoUsers();
}
