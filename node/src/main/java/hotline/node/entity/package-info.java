/** What all entities besides tickets and assignments have in common: decided step by step. */
@NullMarked
package hotline.node.entity;

import org.jspecify.annotations.NullMarked;
