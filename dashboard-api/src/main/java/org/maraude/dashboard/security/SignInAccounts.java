package org.maraude.dashboard.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Accounts;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Lets the form log-in ask {@link Accounts}, and renews hashes of an older method. */
@Component
class SignInAccounts implements UserDetailsService, UserDetailsPasswordService {

  private final Accounts accounts;

  SignInAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return accounts
        .credentials(name.strip().toLowerCase(Locale.ROOT))
        .map(SignedIn::by)
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }

  @Override
  public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
    if (newHash != null) {
      accounts.renewHash(user.getUsername(), newHash);
    }
    return user;
  }
}
