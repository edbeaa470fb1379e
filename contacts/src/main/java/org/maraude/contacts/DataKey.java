package org.maraude.contacts;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A symmetric key that seals some contacts, beside itself as wrapped to the day's public key: one
 * operation on the curve costs as much as a hundred contacts, so it is done once for many. Lives in
 * memory only; whoever could read it there reads the contacts themselves at the same moment. Thread
 * safe.
 */
final class DataKey {

  /** So many values share one. */
  static final int SEALS = 1_000;

  private final ContactSealer.DayKey day;
  private final Aead key;
  private final String wrapped;
  private final AtomicInteger used = new AtomicInteger(1);

  private DataKey(ContactSealer.DayKey day, Aead key, byte[] wrapped) {
    this.day = day;
    this.key = key;
    this.wrapped = Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped);
  }

  static DataKey under(ContactSealer.DayKey day) throws GeneralSecurityException {
    var bytes = SealingKeys.generateDataKey();
    byte[] wrapped = day.key().encrypt(SealingKeys.bytes(bytes), SealingKeys.context(day.id()));
    return new DataKey(day, SealingKeys.dataKey(bytes), wrapped);
  }

  /** Whether it may seal one more than its maker's, under this day's key; each yes counts. */
  boolean takes(ContactSealer.DayKey now) {
    return day.equals(now) && used.incrementAndGet() <= SEALS;
  }

  /** {@code day:wrapped.sealed}, both parts as unpadded base64url. */
  String seal(CanonicalContact contact) throws GeneralSecurityException {
    byte[] sealed =
        key.encrypt(contact.text().getBytes(StandardCharsets.UTF_8), SealingKeys.context(day.id()));
    return day.id()
        + ":"
        + wrapped
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }
}
