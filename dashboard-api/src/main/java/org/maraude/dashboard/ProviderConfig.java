package org.maraude.dashboard;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Role;

/**
 * An OpenID Connect provider that people may log in with (OpenID Connect Core 1.0).
 *
 * @param issuer as the provider itself says it
 * @param clientId of this console at the provider
 * @param clientSecret that goes with it; never shown
 * @param name on the button
 * @param newAccounts roles of an account that is made at the first log-in; empty means that an
 *     invitation is asked for
 * @param roleClaim the claim of the identity token that names groups; absent means that roles are
 *     given here alone
 * @param roles what a group means here; groups that are not named mean nothing
 * @param strongMethods values of {@code amr} or {@code acr} with which the provider's own second
 *     factor does; empty means that ours is asked for
 */
public record ProviderConfig(
    URI issuer,
    String clientId,
    String clientSecret,
    String name,
    Set<Role> newAccounts,
    @Nullable String roleClaim,
    Map<String, Role> roles,
    Set<String> strongMethods) {

  public ProviderConfig {
    newAccounts = Set.copyOf(newAccounts);
    roles = Map.copyOf(roles);
    strongMethods = Set.copyOf(strongMethods);
  }

  @Override
  public String toString() {
    return "ProviderConfig[" + issuer + "]";
  }
}
