package hotline.sync.command;

import hotline.v1.CommandEnvelope;
import hotline.v1.CommandServiceGrpc;
import hotline.v1.DeliverRequest;
import hotline.v1.DeliverResponse;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One stream of commands to a target. It is given up for a new one before its deadline, so that no
 * connection is held open for ever. Used by the courier's thread; reports to it.
 */
final class DeliverySession implements ClientResponseObserver<DeliverRequest, DeliverResponse> {

  /** For how long new commands go into a stream. */
  static final Duration LIFE = Duration.ofMinutes(4);

  private static final Duration DEADLINE = LIFE.plusMinutes(1);

  private final Listener listener;
  final long openedAt;
  long lastAnswerAt;
  private @Nullable ClientCallStreamObserver<DeliverRequest> requests;

  /** Hears what comes back, on gRPC's threads. */
  interface Listener {
    void answered(DeliverySession session, hotline.v1.CommandOutcome outcome);

    void ended(DeliverySession session, String reason);
  }

  private DeliverySession(Listener listener, long now) {
    this.listener = listener;
    this.openedAt = now;
    this.lastAnswerAt = now;
  }

  static DeliverySession open(Channel channel, Listener listener, long now) {
    DeliverySession session = new DeliverySession(listener, now);
    CommandServiceGrpc.newStub(channel)
        .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .deliver(session);
    return session;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<DeliverRequest> stream) {
    requests = stream;
  }

  void send(CommandEnvelope command) {
    requests().onNext(DeliverRequest.newBuilder().setCommand(command).build());
  }

  /** No more commands; the answers to those sent still come. */
  void finish() {
    requests().onCompleted();
  }

  void cancel(String reason) {
    requests().cancel(reason, null);
  }

  private ClientCallStreamObserver<DeliverRequest> requests() {
    if (requests == null) {
      throw new IllegalStateException("the stream has not been started");
    }
    return requests;
  }

  @Override
  public void onNext(DeliverResponse response) {
    listener.answered(this, response.getOutcome());
  }

  @Override
  public void onError(Throwable failure) {
    Status status = Status.fromThrowable(failure);
    String description = status.getDescription();
    Throwable cause = status.getCause();
    listener.ended(
        this,
        status.getCode()
            + (description == null ? "" : ": " + description)
            + (cause == null ? "" : " (" + cause.getMessage() + ")"));
  }

  @Override
  public void onCompleted() {
    listener.ended(this, "stream closed by the target");
  }
}
