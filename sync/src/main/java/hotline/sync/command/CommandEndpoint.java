package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.link.PeerIdentity;
import hotline.v1.CommandServiceGrpc;
import hotline.v1.DeliverRequest;
import hotline.v1.DeliverResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The receiving end of the command link's streams. */
final class CommandEndpoint extends CommandServiceGrpc.CommandServiceImplBase {

  /** Commands of one stream that are being carried out or wait for a thread. */
  private static final int WINDOW = 64;

  private final Inbox inbox;
  private final Executor workers;

  CommandEndpoint(Inbox inbox, Executor workers) {
    this.inbox = inbox;
    this.workers = workers;
  }

  @Override
  public StreamObserver<DeliverRequest> deliver(StreamObserver<DeliverResponse> response) {
    ServerCallStreamObserver<DeliverResponse> call =
        (ServerCallStreamObserver<DeliverResponse>) response;
    call.disableAutoRequest();
    Stream stream = new Stream(PeerIdentity.current(), call);
    // without a handler, writing to a stream that the sender has left would throw
    call.setOnCancelHandler(() -> {});
    call.request(WINDOW);
    return stream;
  }

  private final class Stream implements StreamObserver<DeliverRequest> {

    private final NodeCode peer;
    private final ServerCallStreamObserver<DeliverResponse> call;
    private int pending;
    private boolean halfClosed;
    private boolean closed;

    Stream(NodeCode peer, ServerCallStreamObserver<DeliverResponse> call) {
      this.peer = peer;
      this.call = call;
    }

    @Override
    public void onNext(DeliverRequest request) {
      synchronized (this) {
        pending++;
      }
      try {
        workers.execute(() -> receive(request));
      } catch (RejectedExecutionException e) {
        fail(Status.UNAVAILABLE.withDescription("shutting down"));
      }
    }

    private void receive(DeliverRequest request) {
      if (call.isCancelled()) {
        return;
      }
      try {
        answer(inbox.receive(peer, request.getCommand()));
      } catch (IllegalArgumentException e) {
        fail(Status.INVALID_ARGUMENT.withDescription(e.getMessage()));
      }
    }

    private synchronized void answer(hotline.v1.CommandOutcome outcome) {
      pending--;
      if (closed) {
        return;
      }
      call.onNext(DeliverResponse.newBuilder().setOutcome(outcome).build());
      if (halfClosed && pending == 0) {
        closed = true;
        call.onCompleted();
      } else if (!halfClosed) {
        call.request(1);
      }
    }

    private synchronized void fail(Status status) {
      if (!closed) {
        closed = true;
        call.onError(status.asRuntimeException());
      }
    }

    @Override
    public synchronized void onError(Throwable failure) {
      closed = true;
    }

    @Override
    public synchronized void onCompleted() {
      halfClosed = true;
      if (pending == 0 && !closed) {
        closed = true;
        call.onCompleted();
      }
    }
  }
}
