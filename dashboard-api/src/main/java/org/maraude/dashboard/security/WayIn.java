package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Turns a half-open session into an open one, under a new session id. */
@Component
class WayIn {

  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();
  private final Audit audit;

  WayIn(Audit audit) {
    this.audit = audit;
  }

  void open(SignedIn half, HttpServletRequest request, HttpServletResponse response) {
    var whole = half.whole();
    request.changeSessionId();
    keep(whole, request, response);
    audit.write(whole.person().id(), Deed.SIGNED_IN, "", "");
  }

  /** Makes the session this person's, as far in as they are. */
  void keep(SignedIn reader, HttpServletRequest request, HttpServletResponse response) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(reader, null, reader.getAuthorities()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }
}
