package org.maraude.contacts;

import com.google.crypto.tink.HybridDecrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens sealed contacts with the private keys. Only a named person's stated purpose is a reason to
 * call it, and the caller logs that. Thread safe.
 */
public final class ContactOpener {

  private final Function<String, Optional<HybridDecrypt>> keys;

  ContactOpener(Function<String, Optional<HybridDecrypt>> keys) {
    this.keys = keys;
  }

  /**
   * Opens what a {@link ContactSealer} sealed.
   *
   * @throws SealException when its day's key is gone (then nobody can open it), or when the value
   *     was changed
   */
  public CanonicalContact open(String sealed) {
    int colon = sealed.indexOf(':');
    if (colon < 0) {
      throw new SealException("not a sealed contact: expected keyId:base64");
    }
    String id = sealed.substring(0, colon);
    HybridDecrypt key = keys.apply(id).orElseThrow(() -> SealException.keyDestroyed(id));
    try {
      byte[] text = open(key, sealed.substring(colon + 1), SealingKeys.context(id));
      return CanonicalContact.ofText(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealException("the value sealed with key " + id + " was changed", e);
    }
  }

  /** Values of before data keys have one part, sealed to the day's key itself. */
  private static byte[] open(HybridDecrypt key, String parts, byte[] context)
      throws GeneralSecurityException {
    var decoder = Base64.getUrlDecoder();
    int dot = parts.indexOf('.');
    if (dot < 0) {
      return key.decrypt(decoder.decode(parts), context);
    }
    byte[] dataKey = key.decrypt(decoder.decode(parts.substring(0, dot)), context);
    return SealingKeys.dataKey(dataKey).decrypt(decoder.decode(parts.substring(dot + 1)), context);
  }
}
