package hotline.local.demo.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A running node and how to sign in there.
 *
 * @param tier as people say it in file names: {@code province}, {@code city}, {@code district},
 *     {@code sub-center}
 * @param parent the code of the node above, null at the top
 * @param http where its console and its HTTP interface are
 * @param password of all its demo users
 */
public record NodeAddress(
    String code, String name, String tier, @Nullable String parent, URI http, String password) {

  private static final String COMMON_PART = "12345政务服务便民热线";

  /** The part of the name by which it differs from others (TOP-17). */
  public String shortName() {
    String rest = name.replace(COMMON_PART, "");
    return rest.isEmpty() ? name : rest;
  }
}
