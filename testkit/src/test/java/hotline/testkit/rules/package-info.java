/** Scenarios that read like the cities' rules, played by the people of real nodes over HTTP. */
@NullMarked
package hotline.testkit.rules;

import org.jspecify.annotations.NullMarked;
