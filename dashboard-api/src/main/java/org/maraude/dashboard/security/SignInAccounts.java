package org.maraude.dashboard.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Credentials;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Lets the form log-in ask {@link Accounts}, and renews hashes of an older method. */
@Component
class SignInAccounts implements UserDetailsService, UserDetailsPasswordService {

  private final Accounts accounts;
  private final SecondFactors factors;
  private final DashboardConfig config;

  SignInAccounts(Accounts accounts, SecondFactors factors, DashboardConfig config) {
    this.accounts = accounts;
    this.factors = factors;
    this.config = config;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return accounts
        .credentials(name.strip().toLowerCase(Locale.ROOT))
        .map(credentials -> SignedIn.by(credentials, stageOf(credentials)))
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }

  /** What is still asked for after a password, or after the way back from a provider. */
  Stage stageOf(Credentials credentials) {
    if (factors.has(credentials.person().id())) {
      return Stage.AWAITS_CODE;
    }
    return config.demo() && !credentials.secondFactorDue() ? Stage.IN_PERSON : Stage.SETS_UP;
  }

  @Override
  public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
    if (newHash != null) {
      accounts.renewHash(user.getUsername(), newHash);
    }
    return user;
  }
}
