package org.maraude.dashboard.exports.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * The key that signs packages: Ed25519 (RFC 8032), whose signature over the same bytes is always
 * the same. Thread safe.
 */
public final class SigningKey {

  private static final int LINE = 64;

  private final Ed25519PrivateKeyParameters key;

  /**
   * A key.
   *
   * @param secret 32 random bytes
   */
  public SigningKey(byte[] secret) {
    this.key = new Ed25519PrivateKeyParameters(secret, 0);
  }

  byte[] sign(byte[] content) {
    var signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(content, 0, content.length);
    return signer.generateSignature();
  }

  /** The public key as {@code SubjectPublicKeyInfo} (RFC 8410). */
  byte[] publicKey() {
    Ed25519PublicKeyParameters open = key.generatePublicKey();
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public key as PEM, to be given away. */
  public String publicPem() {
    var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(publicKey())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** By which two public keys are told apart: SHA-256 of its bytes. */
  public String print() {
    return Digest.of(publicKey());
  }
}
