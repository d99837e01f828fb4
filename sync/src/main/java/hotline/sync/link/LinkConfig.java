package hotline.sync.link;

import hotline.sync.trust.Address;
import java.util.Optional;

/**
 * Where a node's links are.
 *
 * @param listen host and port that the link server binds
 * @param advertised where neighbours reach it
 * @param parent where the parent's link server is; empty at the top
 */
public record LinkConfig(Address listen, Address advertised, Optional<Address> parent) {}
