package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the button leads: to the provider, or back with the reason why not. */
@Controller
class ProviderStart {

  /** Where the session keeps the invitation that somebody brought. */
  static final String INVITATION = ProviderStart.class.getName();

  private static final Logger LOG = LoggerFactory.getLogger(ProviderStart.class);

  private final Optional<Provider> provider;

  ProviderStart(Optional<Provider> provider) {
    this.provider = provider;
  }

  @GetMapping("/login/provider")
  String start(@RequestParam(required = false) @Nullable String invitation, HttpSession session) {
    var known = provider.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    session.removeAttribute(INVITATION);
    if (invitation != null) {
      session.setAttribute(INVITATION, invitation);
    }
    try {
      known.registration();
      return "redirect:/oauth2/authorization/" + Provider.ID;
    } catch (Provider.UnreachableException e) {
      LOG.warn("nobody can log in with the provider: {}", e.getMessage());
      return "redirect:/login?provider=unreachable";
    }
  }
}
