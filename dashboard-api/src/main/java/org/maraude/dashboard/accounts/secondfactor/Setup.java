package org.maraude.dashboard.accounts.secondfactor;

/**
 * What somebody needs to put the codes into an application.
 *
 * @param secret in Base32, to copy by hand
 * @param address for the square code, {@code otpauth:}
 */
public record Setup(String secret, String address) {

  @Override
  public String toString() {
    return "Setup";
  }
}
