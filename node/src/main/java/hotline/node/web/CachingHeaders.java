package hotline.node.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * How long a browser may keep what it got. The console's scripts bear a hash of their content in
 * their name and are kept for good; its page, which names them, is asked for anew each time, so
 * that a new version is there at the next reload; what the interface answers is kept nowhere.
 */
@ServerFilter("/**")
class CachingHeaders {

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String path = request.getPath();
    if (path.startsWith("/api/")) {
      response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    } else if (path.startsWith("/assets/") && response.code() == HttpStatus.OK.getCode()) {
      response.header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    } else {
      response.header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }
}
