package hotline.node.web;

import hotline.node.error.ErrorCode;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.serde.ObjectMapper;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Puts an {@link OversizeHandler} into every connection of this node's HTTP server. */
@Singleton
final class OversizeRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final String NAME = "oversize";
  private static final int MEGABYTE = 1 << 20;

  private final long limit;
  private final byte[] answer;

  OversizeRequests(HttpServerConfiguration configuration, ObjectMapper mapper) {
    this.limit = configuration.getMaxRequestSize();
    Problem problem =
        Problem.of(
            ErrorCode.INVALID_INPUT,
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "一次提交的内容不能超过 " + limit / MEGABYTE + " MB，请压缩或分开提交",
            List.of());
    try {
      this.answer = mapper.writeValueAsBytes(problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(
        new NettyServerCustomizer() {
          @Override
          public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OfChannel(channel);
          }
        });
    return registry;
  }

  private final class OfChannel implements NettyServerCustomizer {

    private final Channel channel;

    OfChannel(Channel channel) {
      this.channel = channel;
    }

    /** The listening channel's makes those of the connections. */
    @Override
    public NettyServerCustomizer specializeForChannel(Channel other, ChannelRole role) {
      return new OfChannel(other);
    }

    @Override
    public void onStreamPipelineBuilt() {
      ChannelPipeline pipeline = channel.pipeline();
      if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null
          && pipeline.get(NAME) == null) {
        pipeline.addAfter(
            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
            NAME,
            new OversizeHandler(limit, answer));
      }
    }
  }
}
