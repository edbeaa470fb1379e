package org.maraude.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session after ten hours, however busy it is. The idle limit is the container's. */
final class SessionAge extends OncePerRequestFilter {

  static final Duration LONGEST = Duration.ofHours(10);

  private final Clock clock;

  SessionAge(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null && clock.millis() - session.getCreationTime() > LONGEST.toMillis()) {
      session.invalidate();
    }
    chain.doFilter(request, response);
  }
}
