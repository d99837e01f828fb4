package hotline.node.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How this process keeps its search index. */
@ConfigurationProperties("hotline.search")
public interface SearchSettings {

  /** Folder of the index; {@code search} in the node's data folder when it is missing. */
  Optional<Path> getDir();

  /** How soon a change is found by words; a list that must have it waits for less. */
  @Bindable(defaultValue = "1s")
  Duration getRefresh();

  /**
   * Among how many tickets words are looked for where only the database can say among which: those
   * of a telephone number, those that wait for somebody, those of a figure. Among more they are
   * not.
   */
  @Bindable(defaultValue = "10000")
  int getMostNarrowed();
}
