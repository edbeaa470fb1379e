package org.maraude.dashboard;

import java.net.URI;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Under which address people reach the console; known once the web server listens. */
@Component
public class PublicAddress {

  private final DashboardConfig config;
  private volatile int port;

  PublicAddress(DashboardConfig config) {
    this.config = config;
    this.port = config.port();
  }

  @EventListener
  void listening(WebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  /** Scheme, host and, where it is not the scheme's own, port. */
  public URI uri() {
    var named = config.signIn().publicUrl();
    return named == null ? URI.create("http://localhost:" + port) : named;
  }

  /** The link that an invitation is. */
  public URI enrolment(String token) {
    return uri().resolve("/enrol?token=" + token);
  }
}
