package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** What follows a log-in: a line in the audit, and the count of failures. */
final class SignInOutcome {

  private SignInOutcome() {}

  record Success(SignInLimits limits, Audit audit) implements AuthenticationSuccessHandler {
    @Override
    public void onAuthenticationSuccess(
        HttpServletRequest request, HttpServletResponse response, Authentication authentication)
        throws IOException {
      limits.succeeded(request);
      if (authentication.getPrincipal() instanceof SignedIn signedIn) {
        if (signedIn.in()) {
          audit.write(signedIn.person().id(), Deed.SIGNED_IN, "", "");
        }
        response.sendRedirect(signedIn.stage().page());
        return;
      }
      response.sendRedirect("/");
    }
  }

  /** The name is not kept: people type passwords there. */
  record Failure(SignInLimits limits, Audit audit) implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
        HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
        throws IOException {
      limits.failed(request);
      audit.write(null, Deed.SIGN_IN_FAILED, "", "");
      response.sendRedirect("/login?error");
    }
  }
}
