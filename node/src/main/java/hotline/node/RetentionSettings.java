package hotline.node;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** How long is kept what nobody needs any more; see {@code application.yml}. */
@ConfigurationProperties("hotline.retention")
public interface RetentionSettings {

  /** Own records in the form in which they were sent up, once every node above has them. */
  @Bindable(defaultValue = "400d")
  Duration getSent();

  /** The archive of the records from below, once every node above has them, too. */
  @Bindable(defaultValue = "3650d")
  Duration getReceived();

  /** Commands that have come to their end. */
  @Bindable(defaultValue = "90d")
  Duration getCommands();
}
