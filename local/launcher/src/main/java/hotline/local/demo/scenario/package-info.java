/** Acts as the people at all nodes until every appeal is archived or refused. */
@NullMarked
package hotline.local.demo.scenario;

import org.jspecify.annotations.NullMarked;
