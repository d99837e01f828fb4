package hotline.node.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Answers the addresses of the console and of the citizens' portal, which route them in the
 * browser, with their one page each.
 */
@Singleton
final class ConsoleFallback {

  private final ResourceResolver resources;

  ConsoleFallback(ResourceResolver resources) {
    this.resources = resources;
  }

  /** The page, when a browser asks for an address that is neither the API's nor a file's. */
  Optional<StreamedFile> pageFor(HttpRequest<?> request) {
    String path = request.getPath();
    boolean page =
        request.getMethod() == HttpMethod.GET
            && !path.startsWith("/api/")
            && !path.startsWith("/assets/")
            && path.lastIndexOf('.') < path.lastIndexOf('/')
            && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    return page
        ? resources
            .getResourceAsStream(
                "classpath:console/" + (isPortal(path) ? "portal" : "index") + ".html")
            .map(in -> new StreamedFile(in, MediaType.TEXT_HTML_TYPE))
        : Optional.empty();
  }

  /** What citizens open: the links in the messages that they get (RVS-05) among it. */
  private static boolean isPortal(String path) {
    return path.equals("/portal") || path.startsWith("/portal/") || path.startsWith("/rate/");
  }
}
