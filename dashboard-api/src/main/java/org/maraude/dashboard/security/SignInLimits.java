package org.maraude.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.maraude.dashboard.accounts.SignInThrottle;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a log-in that comes too soon after failures back with the seconds to wait, its password
 * unread. Counted by name and address together, so that a stranger's guesses from elsewhere keep
 * nobody out.
 */
final class SignInLimits extends OncePerRequestFilter {

  private static final int REMEMBERED = 10_000;
  private static final int LONGEST_NAME = 64;

  private final Clock clock;
  private final Map<String, SignInThrottle> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SignInThrottle> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignInLimits(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if ("POST".equals(request.getMethod()) && "/login".equals(request.getServletPath())) {
      var wait = state(request).waits(clock.instant());
      if (!wait.isZero()) {
        long seconds = Math.max(1, wait.toSeconds());
        response.setHeader("Retry-After", Long.toString(seconds));
        response.sendRedirect("/login?wait=" + seconds);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  void failed(HttpServletRequest request) {
    synchronized (failures) {
      failures.merge(
          key(request),
          SignInThrottle.NONE.failed(clock.instant()),
          (known, first) -> known.failed(clock.instant()));
    }
  }

  void succeeded(HttpServletRequest request) {
    synchronized (failures) {
      failures.remove(key(request));
    }
  }

  private SignInThrottle state(HttpServletRequest request) {
    synchronized (failures) {
      return failures.getOrDefault(key(request), SignInThrottle.NONE);
    }
  }

  private static String key(HttpServletRequest request) {
    String given = request.getParameter("username");
    String name = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    return request.getRemoteAddr() + ' ' + name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
