package hotline.sync.stream;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;

/** Writes a stream of responses no faster than the caller reads them, so they do not pile up. */
public final class ResponseWriter<T> {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final ServerCallStreamObserver<T> observer;
  private final long maxLooks;
  private final Signal ready = new Signal();

  /** To be created before the service method returns. */
  public ResponseWriter(ServerCallStreamObserver<T> observer) {
    this(observer, SILENCE);
  }

  /**
   * Likewise.
   *
   * @param silence how long a caller may read nothing
   */
  public ResponseWriter(ServerCallStreamObserver<T> observer, Duration silence) {
    this.observer = observer;
    this.maxLooks = Math.max(1, silence.dividedBy(LOOK_AGAIN));
    observer.setOnReadyHandler(ready::raise);
    observer.setOnCancelHandler(ready::raise);
  }

  /**
   * Waits until the caller can take more; false when it has gone or has read nothing for too long.
   */
  public boolean write(T response) throws InterruptedException {
    long looks = 0;
    while (!observer.isReady() && !observer.isCancelled() && looks < maxLooks) {
      ready.await(LOOK_AGAIN);
      looks++;
    }
    if (observer.isCancelled() || looks == maxLooks) {
      return false;
    }
    observer.onNext(response);
    return true;
  }
}
