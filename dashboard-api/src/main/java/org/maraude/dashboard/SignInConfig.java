package org.maraude.dashboard;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How people come in.
 *
 * @param publicUrl under which people reach the console, without a path; where there is none it is
 *     {@code http://localhost} with the port. Links are made with it and passkeys bound to it:
 *     another host makes every passkey useless
 */
public record SignInConfig(@Nullable URI publicUrl) {

  /** A console on this machine, without a provider. */
  public static final SignInConfig NONE = new SignInConfig(null);

  /** Whether people reach the console by HTTPS alone. */
  public boolean encrypted() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }
}
