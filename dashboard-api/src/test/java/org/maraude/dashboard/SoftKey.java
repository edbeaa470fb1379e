package org.maraude.dashboard;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * A passkey in software that says whatever a test wants: the counts and origins that no browser
 * would let through. Web Authentication level 3, sections 6.1 and 6.5; CBOR written by hand.
 */
public final class SoftKey {

  private static final int PRESENT_VERIFIED = 0x05;
  private static final int WITH_KEY = 0x40;
  private static final int COORDINATE = 32;

  private final byte[] id;
  private final KeyPair keys;

  /**
   * @param name makes the credential's id
   */
  public SoftKey(String name) {
    try {
      this.id = sha256(name.getBytes(StandardCharsets.UTF_8));
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers a challenge to make a passkey, as {@code PublicKeyCredential.toJSON()} does. */
  public String make(JsonNode options, String origin) {
    var client = client("webauthn.create", options, origin);
    var data = new ByteArrayOutputStream();
    data.writeBytes(data(options.at("/rp/id").asString(), PRESENT_VERIFIED | WITH_KEY, 0));
    data.writeBytes(new byte[16]);
    data.writeBytes(new byte[] {0, (byte) id.length});
    data.writeBytes(id);
    data.writeBytes(HexFormat.of().parseHex("a5010203262001215820"));
    var point = ((ECPublicKey) keys.getPublic()).getW();
    data.writeBytes(coordinate(point.getAffineX()));
    data.writeBytes(HexFormat.of().parseHex("225820"));
    data.writeBytes(coordinate(point.getAffineY()));
    var attestation = new ByteArrayOutputStream();
    attestation.writeBytes(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0"));
    attestation.writeBytes(HexFormat.of().parseHex("686175746844617461"));
    attestation.writeBytes(new byte[] {0x58, (byte) data.size()});
    attestation.writeBytes(data.toByteArray());
    return json(
        "\"attestationObject\":\"%s\",\"clientDataJSON\":\"%s\",\"transports\":[\"usb\"]"
            .formatted(base64(attestation.toByteArray()), base64(client)));
  }

  /** Signs a challenge. */
  public String sign(JsonNode options, String origin, int count) {
    var client = client("webauthn.get", options, origin);
    var data = data(options.at("/rpId").asString(), PRESENT_VERIFIED, count);
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return json(
          "\"authenticatorData\":\"%s\",\"clientDataJSON\":\"%s\",\"signature\":\"%s\""
              .formatted(base64(data), base64(client), base64(signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String json(String response) {
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
     "response":{%2$s}}\
    """
        .formatted(base64(id), response);
  }

  private static byte[] client(String type, JsonNode options, String origin) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, options.get("challenge").asString(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] data(String relyingParty, int flags, int count) {
    return ByteBuffer.allocate(37)
        .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(count)
        .array();
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
