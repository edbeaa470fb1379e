package org.maraude.contacts;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The one place that knows Tink: a day's pair is HPKE (RFC 9180) with X25519, HKDF-SHA-256 and
 * AES-128-GCM; what it wraps are data keys, AES-128-GCM. The key's day is bound to both, so a value
 * moved under another day's name does not open.
 */
final class SealingKeys {

  static final int DATA_KEY_BYTES = 16;
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  static {
    try {
      HybridConfig.register();
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private SealingKeys() {}

  static KeysetHandle generate() {
    return checked(() ->
        KeysetHandle.generateNew(
            PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM,
            RegistryConfiguration.get()));
  }

  static SecretBytes generateDataKey() {
    return SecretBytes.randomBytes(DATA_KEY_BYTES);
  }

  static byte[] bytes(SecretBytes dataKey) {
    return dataKey.toByteArray(InsecureSecretKeyAccess.get());
  }

  static Aead dataKey(byte[] bytes) throws GeneralSecurityException {
    return dataKey(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()));
  }

  @AccessesPartialKey
  static Aead dataKey(SecretBytes bytes) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(bytes.size())
            .setIvSizeBytes(IV_BYTES)
            .setTagSizeBytes(TAG_BYTES)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    var key = AesGcmKey.builder().setParameters(parameters).setKeyBytes(bytes).build();
    var keys =
        KeysetHandle.newBuilder()
            .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
            .build();
    return primitive(keys, Aead.class);
  }

  static byte[] privateBytes(KeysetHandle pair) {
    return checked(() ->
        TinkProtoKeysetFormat.serializeKeyset(
            pair, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));
  }

  static byte[] publicBytes(KeysetHandle pair) {
    return checked(() ->
        TinkProtoKeysetFormat.serializeKeysetWithoutSecret(
            pair.getPublicKeysetHandle(), RegistryConfiguration.get()));
  }

  static KeysetHandle readPrivate(byte[] bytes) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseKeyset(
        bytes, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
  }

  static KeysetHandle readPublic(byte[] bytes) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseKeysetWithoutSecret(bytes, RegistryConfiguration.get());
  }

  static <P> P primitive(KeysetHandle keys, Class<P> type) throws GeneralSecurityException {
    return keys.getPrimitive(RegistryConfiguration.get(), type);
  }

  static byte[] context(String keyId) {
    return ("maraude contact " + keyId).getBytes(StandardCharsets.UTF_8);
  }

  private interface TinkCall<T> {
    T run() throws GeneralSecurityException;
  }

  private static <T> T checked(TinkCall<T> call) {
    try {
      return call.run();
    } catch (GeneralSecurityException e) {
      throw new SealException("cannot make a sealing key: " + e.getMessage(), e);
    }
  }
}
