package org.maraude.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Keeps what was sent out of the log. Where a request cannot be read, Spring's own line quotes the
 * value that it could not read: a contact typed into the wrong field would stay in a file.
 */
@Configuration(proxyBeanMethods = false)
class QuietRefusals implements WebMvcConfigurer {

  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.replaceAll(
        each -> each.getClass() == DefaultHandlerExceptionResolver.class ? new Quiet() : each);
  }

  private static final class Quiet extends DefaultHandlerExceptionResolver {

    @Override
    protected String buildLogMessage(Exception ex, HttpServletRequest request) {
      return "refused a request: " + ex.getClass().getSimpleName();
    }
  }
}
