package hotline.node.lookup;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.net.URI;

/**
 * A department's system that has been opened to this node: {@code hotline.lookups.CODE}, the code
 * being the department's in any case.
 *
 * @param unit the department's code
 * @param url where questions are posted
 * @param key what the department has given this node to show, for this system and no other
 */
@EachProperty("hotline.lookups")
record LookupSettings(@Parameter String unit, URI url, String key) {}
