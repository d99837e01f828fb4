package hotline.sync.stream;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;

/** Writes a stream of responses no faster than the caller reads them, so they do not pile up. */
public final class ResponseWriter<T> {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final int MAX_LOOKS = 600;

  private final ServerCallStreamObserver<T> observer;
  private final Signal ready = new Signal();

  /** To be created before the service method returns. */
  public ResponseWriter(ServerCallStreamObserver<T> observer) {
    this.observer = observer;
    observer.setOnReadyHandler(ready::raise);
    observer.setOnCancelHandler(ready::raise);
  }

  /** Waits until the caller can take more; false when it has gone or reads nothing for a minute. */
  public boolean write(T response) throws InterruptedException {
    int looks = 0;
    while (!observer.isReady() && !observer.isCancelled() && looks < MAX_LOOKS) {
      ready.await(LOOK_AGAIN);
      looks++;
    }
    if (observer.isCancelled() || looks == MAX_LOOKS) {
      return false;
    }
    observer.onNext(response);
    return true;
  }
}
