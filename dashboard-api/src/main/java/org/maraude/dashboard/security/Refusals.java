package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/** How scripts are told that they may not: problem details (RFC 9457), as every error here. */
final class Refusals {

  private Refusals() {}

  static boolean forScript(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/") || BearerFilter.carriesToken(request);
  }

  /** Scripts get an answer, people the log-in page. */
  static AuthenticationEntryPoint unknownOr(AuthenticationEntryPoint forPeople) {
    return (request, response, cause) -> {
      if (forScript(request)) {
        unknown(request, response, cause);
      } else {
        forPeople.commence(request, response, cause);
      }
    };
  }

  static void unknown(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        "no-valid-token",
        "send 'Authorization: Bearer TOKEN'; ./maraude token makes one");
  }

  static void forbidden(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    write(
        response,
        HttpStatus.FORBIDDEN,
        "not-permitted",
        "the role of this log-in or token does not permit it");
  }

  /** Whoever is half in is led to the next step; people else get a page, scripts an answer. */
  static void forbiddenOrNextStep(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (forScript(request) && authentication == null) {
      // A write is refused for its missing CSRF token before anybody has asked who it is.
      unknown(request, response, new InsufficientAuthenticationException("nobody", cause));
    } else if (forScript(request) && cause instanceof CsrfException) {
      write(
          response,
          HttpStatus.FORBIDDEN,
          "csrf-token-missing",
          "a session's cookie alone writes nothing; send the page's _csrf token or a bearer token");
    } else if (forScript(request)) {
      forbidden(request, response, cause);
    } else if (authentication != null
        && authentication.getPrincipal() instanceof SignedIn signedIn
        && !signedIn.in()
        && request.getMethod().equals("GET")) {
      response.sendRedirect(signedIn.stage().page());
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private static void write(
      HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    var body =
        """
        {"title":"%s","status":%d,"detail":"%s","code":"%s"}\
        """
            .formatted(status.getReasonPhrase(), status.value(), detail, code);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
