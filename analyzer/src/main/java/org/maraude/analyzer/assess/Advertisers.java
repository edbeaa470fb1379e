package org.maraude.analyzer.assess;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.SealedContact;

/**
 * Whom an ad is counted for: the phone it names first, else another contact, else the ad alone. The
 * id is a hash of the contact's token, so that a volume cannot be matched with a token. Pure.
 */
final class Advertisers {

  private static final int ID_BYTES = 12;

  private Advertisers() {}

  static String idOf(String adId, List<SealedContact> contacts) {
    return contacts.stream()
        // A stable order: the first of the phones stays the first.
        .min(Comparator.comparing(contact -> contact.kind() != ContactKind.PHONE))
        .map(contact -> hash("contact:" + contact.token()))
        .orElseGet(() -> hash("ad:" + adId));
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(java.util.Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
