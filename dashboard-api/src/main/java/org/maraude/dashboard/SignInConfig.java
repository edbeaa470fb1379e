package org.maraude.dashboard;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How people come in.
 *
 * @param publicUrl under which people reach the console, without a path; where there is none it is
 *     {@code http://localhost} with the port. Links are made with it and passkeys bound to it:
 *     another host makes every passkey useless
 * @param provider that people may log in with, beside name and password
 */
public record SignInConfig(@Nullable URI publicUrl, @Nullable ProviderConfig provider) {

  /** A console on this machine, without a provider. */
  public static final SignInConfig NONE = new SignInConfig(null, null);

  /** Whether people reach the console by HTTPS alone. */
  public boolean encrypted() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /**
   * Whether the session's cookie comes along from foreign pages' links: the way back from a
   * provider is one.
   */
  String sameSite() {
    return provider == null ? "strict" : "lax";
  }
}
