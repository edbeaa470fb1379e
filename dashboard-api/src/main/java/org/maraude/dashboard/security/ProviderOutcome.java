package org.maraude.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Credentials;
import org.maraude.dashboard.accounts.People;
import org.maraude.dashboard.accounts.ProviderAccounts;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What follows the way back from the provider. Whoever it sends is nobody here until an account is
 * found; then the next step is as after a password.
 */
final class ProviderOutcome {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderOutcome.class);

  private final Provider provider;
  private final ProviderAccounts accounts;
  private final People people;
  private final SignInAccounts stages;
  private final WayIn wayIn;
  private final Audit audit;

  ProviderOutcome(
      Provider provider,
      ProviderAccounts accounts,
      People people,
      SignInAccounts stages,
      WayIn wayIn,
      Audit audit) {
    this.provider = provider;
    this.accounts = accounts;
    this.people = people;
    this.stages = stages;
    this.wayIn = wayIn;
    this.audit = audit;
  }

  void succeeded(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var who = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
    var account = account(who, invitation(request));
    if (account.isEmpty() || !account.get().enabled()) {
      refused(request, response, account.isEmpty() ? "unknown" : "disabled");
      return;
    }
    var known = withRoles(account.get(), who);
    boolean strong =
        provider.strong(who.getAuthenticationMethods(), who.getAuthenticationContextClass());
    var reader = SignedIn.by(known, strong ? Stage.IN_PERSON : stages.stageOf(known));
    wayIn.keep(reader, request, response);
    if (reader.in()) {
      audit.write(known.person().id(), Deed.SIGNED_IN, "", "provider");
    }
    response.sendRedirect(reader.stage().page());
  }

  void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    var code =
        cause instanceof OAuth2AuthenticationException coded
            ? coded.getError().getErrorCode()
            : cause.getClass().getSimpleName();
    // The code came by the browser: whoever asks may have written anything there.
    LOG.warn("a log-in with the provider failed: {}", code.replaceAll("[^a-zA-Z0-9_.-]", "?"));
    audit.write(null, Deed.SIGN_IN_FAILED, "", "provider");
    response.sendRedirect(
        "/login?provider=" + (code.equals("access_denied") ? "cancelled" : "failed"));
  }

  /** An invitation is looked at once, whatever comes of it. */
  private static Optional<String> invitation(HttpServletRequest request) {
    var session = request.getSession();
    var kept = Optional.ofNullable((String) session.getAttribute(ProviderStart.INVITATION));
    session.removeAttribute(ProviderStart.INVITATION);
    return kept;
  }

  private Optional<Credentials> account(OidcUser who, Optional<String> invitation) {
    var issuer = provider.config().issuer().toString();
    var subject = subject(who);
    var found = accounts.of(issuer, subject);
    if (found.isPresent()) {
      return found;
    }
    try {
      if (invitation.isPresent()) {
        var made = accounts.invited(invitation.get(), issuer, subject, name(who));
        audit.write(made.id(), Deed.ENROLLED, "", "provider");
      } else if (!provider.config().newAccounts().isEmpty()) {
        var made = accounts.first(issuer, subject, name(who), provider.config().newAccounts());
        audit.write(made.id(), Deed.ENROLLED, "", "provider-without-invitation");
      }
    } catch (AccountException e) {
      return Optional.empty();
    }
    return accounts.of(issuer, subject);
  }

  /** OpenID Connect Core, section 2: every identity token has one. */
  private static String subject(OidcUser who) {
    return Objects.requireNonNull(who.getSubject());
  }

  private static String name(OidcUser who) {
    return Objects.requireNonNullElse(who.getPreferredUsername(), "");
  }

  /** Where groups mean roles, the provider's word is taken at each log-in, and noted. */
  private Credentials withRoles(Credentials known, OidcUser who) {
    var claim = provider.config().roleClaim();
    if (claim == null) {
      return known;
    }
    var roles = provider.roles(who.getClaim(claim));
    if (roles.equals(known.person().roles())) {
      return known;
    }
    try {
      people.setRoles(known.person().id(), roles);
      audit.write(null, Deed.ROLES_CHANGED, known.person().id().toString(), "provider");
    } catch (AccountException e) {
      // The last admin stays one, whatever the provider says.
      LOG.warn("the provider would take the last administrator's role away; it is kept");
      return known;
    }
    return accounts.of(provider.config().issuer().toString(), subject(who)).orElseThrow();
  }

  private void refused(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    audit.write(null, Deed.SIGN_IN_FAILED, "", "provider-" + why);
    request.getSession().invalidate();
    response.sendRedirect("/login?provider=" + why);
  }
}
