package org.maraude.dashboard.accounts.secondfactor;

import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Closes the secrets of second factors with a key outside the database, so that a copy of the
 * database alone makes no codes. AES-256 in GCM with a random nonce.
 */
final class SecretSeal {

  private static final int NONCE_BYTES = 16;

  private final AesBytesEncryptor cipher;

  SecretSeal(byte[] key) {
    this.cipher =
        new AesBytesEncryptor(
            new SecretKeySpec(key, "AES"),
            KeyGenerators.secureRandom(NONCE_BYTES),
            AesBytesEncryptor.CipherAlgorithm.GCM);
  }

  byte[] seal(byte[] secret) {
    return cipher.encrypt(secret);
  }

  byte[] open(byte[] sealed) {
    return cipher.decrypt(sealed);
  }
}
