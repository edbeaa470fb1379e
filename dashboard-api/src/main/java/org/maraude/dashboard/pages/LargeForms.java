package org.maraude.dashboard.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maraude.dashboard.prevention.PlatformImports;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads a form with a file that is too large to a page that says so, before anything of it is read:
 * the server itself would answer with a page of its own, at the first look for a parameter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeForms extends OncePerRequestFilter {

  /** A file, and the few fields beside it. */
  private static final long MOST = PlatformImports.LARGEST_FILE + 1024L * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
      throws ServletException, IOException {
    var type = request.getContentType();
    boolean file = type != null && type.startsWith("multipart/");
    if (file && request.getContentLengthLong() > MOST) {
      answer.setStatus(HttpStatus.SEE_OTHER.value());
      answer.setHeader(HttpHeaders.LOCATION, "/too-large");
      return;
    }
    chain.doFilter(request, answer);
  }

  /** The page. */
  @Controller
  static class Page {

    @GetMapping("/too-large")
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(Model model) {
      model.addAttribute("status", HttpStatus.CONTENT_TOO_LARGE.value());
      return "error";
    }
  }
}
