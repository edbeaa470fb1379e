package org.maraude.dashboard;

import java.util.HashMap;
import java.util.Map;

/** What Spring is told. It stands above whatever the environment of the process says. */
final class WebSettings {

  private WebSettings() {}

  static Map<String, Object> of(DashboardConfig config) {
    var settings = new HashMap<String, Object>();
    settings.put("server.port", config.port());
    if (config.demo()) {
      settings.put("server.address", "127.0.0.1");
    }
    settings.put("server.shutdown", "graceful");
    settings.put("spring.lifecycle.timeout-per-shutdown-phase", "1s");
    settings.put("spring.threads.virtual.enabled", "true");
    settings.put("server.forward-headers-strategy", "none");
    settings.put("server.tomcat.max-http-form-post-size", "64KB");
    // A platform's table of 100,000 lines; every other form stays as small as it was.
    settings.put("spring.servlet.multipart.max-file-size", "16MB");
    settings.put("spring.servlet.multipart.max-request-size", "17MB");
    // What is too large is let run out, or the browser would see a broken line and no answer.
    settings.put("server.tomcat.max-swallow-size", "64MB");
    settings.put("server.error.include-message", "never");
    settings.put("server.error.include-stacktrace", "never");
    settings.put("server.error.whitelabel.enabled", "false");
    settings.put("spring.mvc.problemdetails.enabled", "true");
    settings.put("spring.web.resources.cache.cachecontrol.no-cache", "true");
    // Under /** every link of every page would be looked for in all the jars, as if it were a file.
    settings.put("spring.mvc.static-path-pattern", "/assets/**");
    settings.put("spring.web.resources.static-locations", "classpath:/static/assets/");
    settings.put("spring.session.timeout", "15m");
    settings.put("spring.session.jdbc.initialize-schema", "never");
    settings.put("server.servlet.session.cookie.name", "maraude-session");
    settings.put("server.servlet.session.cookie.same-site", config.signIn().sameSite());
    settings.put("server.servlet.session.cookie.http-only", "true");
    settings.put("server.servlet.session.cookie.secure", config.signIn().encrypted());
    settings.put("spring.messages.basename", "messages");
    settings.put("spring.messages.fallback-to-system-locale", "false");
    settings.put("spring.thymeleaf.check-template-location", "true");
    settings.put("springdoc.api-docs.path", "/api/v1/openapi.json");
    settings.put(
        "springdoc.packages-to-scan", "org.maraude.dashboard.api,org.maraude.dashboard.trends");
    settings.put("springdoc.default-produces-media-type", "application/json");
    settings.put("spring.jackson.mapper.accept-case-insensitive-enums", "true");
    return settings;
  }
}
