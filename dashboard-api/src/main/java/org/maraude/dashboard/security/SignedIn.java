package org.maraude.dashboard.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Credentials;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The person behind a request, for controllers by {@code @AuthenticationPrincipal}. Authorities are
 * the permissions' names, and {@code ROLE_} before the roles' for what a page shows; before the
 * last step of a log-in there is none of them.
 */
public final class SignedIn implements UserDetails, CredentialsContainer {

  private static final long serialVersionUID = 2L;

  private final Person person;
  private final boolean enabled;
  private final Stage stage;
  private @Nullable String passwordHash;

  private SignedIn(Person person, boolean enabled, Stage stage, @Nullable String passwordHash) {
    this.person = person;
    this.enabled = enabled;
    this.stage = stage;
    this.passwordHash = passwordHash;
  }

  static SignedIn by(Credentials credentials, Stage stage) {
    return new SignedIn(
        credentials.person(), credentials.enabled(), stage, credentials.passwordHash());
  }

  static SignedIn byToken(Person person) {
    return new SignedIn(person, true, Stage.SCRIPT, null);
  }

  /** The same person after the last step. */
  SignedIn whole() {
    return new SignedIn(person, enabled, Stage.IN_PERSON, null);
  }

  Stage stage() {
    return stage;
  }

  /** Whether nothing more is asked for. */
  public boolean in() {
    return stage.in();
  }

  public Person person() {
    return person;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    Set<GrantedAuthority> authorities = new HashSet<>();
    authorities.add(new SimpleGrantedAuthority(stage.name()));
    if (!stage.in()) {
      return authorities;
    }
    authorities.add(new SimpleGrantedAuthority(Stage.IN));
    for (Permission permission : person.permissions()) {
      authorities.add(new SimpleGrantedAuthority(permission.name()));
    }
    for (Role role : person.roles()) {
      authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }
    return authorities;
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return person.name();
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }
}
