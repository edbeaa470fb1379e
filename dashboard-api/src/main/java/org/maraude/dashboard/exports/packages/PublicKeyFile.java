package org.maraude.dashboard.exports.packages;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A public key as {@link SigningKey#publicPem} writes it. Immutable. */
public final class PublicKeyFile {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private final PublicKey key;

  private PublicKeyFile(PublicKey key) {
    this.key = key;
  }

  /** Reads one; nothing when the text is no Ed25519 key in PEM. */
  public static Optional<PublicKeyFile> read(String text) {
    var pem = PEM.matcher(text.strip());
    if (!pem.matches()) {
      return Optional.empty();
    }
    try {
      var encoded = Base64.getMimeDecoder().decode(pem.group(1));
      var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      return Optional.of(new PublicKeyFile(key));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As {@link SigningKey#print}. */
  String print() {
    return Digest.of(key.getEncoded());
  }

  boolean signed(byte[] content, byte[] signature) {
    try {
      var check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature of another length is none.
      return false;
    }
  }
}
