package hotline.node.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that says of itself that it is too long, at once, and reads on what its sender
 * goes on sending: most clients look for an answer only when they have sent everything, and the
 * server below stops reading, so that both would wait until the connection is idle for too long.
 */
final class OversizeHandler extends ChannelInboundHandlerAdapter {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LIMITS_READ = 20;

  private final long limit;
  private final byte[] answer;
  private @Nullable ChannelFuture answered;
  private long dropped;

  /**
   * @param limit of a body, in bytes
   * @param answer a problem, as JSON
   */
  OversizeHandler(long limit, byte[] answer) {
    this.limit = limit;
    this.answer = answer;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ChannelFuture sent = answered;
    if (sent != null) {
      drop(context, sent, message);
    } else if (message instanceof HttpRequest request && length(request) > limit) {
      answer(context, request);
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (answered == null) {
      context.fireChannelReadComplete();
    } else {
      // nobody behind this handler knows of the request, so nobody else asks for more
      context.read();
    }
  }

  private void answer(ChannelHandlerContext context, HttpRequest request) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
            Unpooled.wrappedBuffer(answer));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .set(HttpHeaderNames.CONTENT_LENGTH, answer.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    ChannelFuture sent = context.writeAndFlush(response);
    answered = sent;
    if (HttpUtil.is100ContinueExpected(request)) {
      // it waits for leave to send, and has none
      sent.addListener(ChannelFutureListener.CLOSE);
    } else {
      context
          .executor()
          .schedule(() -> context.close(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void drop(ChannelHandlerContext context, ChannelFuture sent, Object message) {
    try {
      if (message instanceof HttpContent content) {
        dropped += content.content().readableBytes();
      }
      if (message instanceof LastHttpContent) {
        sent.addListener(ChannelFutureListener.CLOSE);
      } else if (dropped > LIMITS_READ * limit) {
        context.close();
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** 0 for one that does not say, or nonsense: its bytes are counted as they come. */
  private static long length(HttpRequest request) {
    String said = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
    try {
      return said == null ? 0 : Long.parseLong(said.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
