package hotline.local.demo.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one needs to know of a node to work there. */
public record Reference(
    NodeRef node, @Nullable Ref parent, List<Ref> children, List<Ref> units, List<Ref> regions) {}
