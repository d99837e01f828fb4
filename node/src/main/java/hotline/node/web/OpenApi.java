package hotline.node.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** Heads the description of the HTTP interface that the build writes. */
@OpenAPIDefinition(info = @Info(title = "12345 hotline node", version = "1"))
final class OpenApi {

  private OpenApi() {}
}
