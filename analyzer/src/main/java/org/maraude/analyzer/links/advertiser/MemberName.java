package org.maraude.analyzer.links.advertiser;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.SealedContact;

/**
 * How one member of an advertiser's group is named: a contact after its token, an ad without
 * contact after its id. The name is opaque, so a group may go by it in public and keep it when the
 * contact is erased. Pure.
 */
public final class MemberName {

  private static final int ID_BYTES = 12;
  private static final String CONTACT = "contact:";
  private static final String AD = "ad:";

  private MemberName() {}

  /** Whom an ad counts for by itself: the phone it names first, else another contact, else it. */
  public static String of(String adId, List<SealedContact> contacts) {
    return contacts.stream()
        // A stable order: the first of the phones stays the first.
        .min(Comparator.comparing(contact -> contact.kind() != ContactKind.PHONE))
        .map(contact -> ofContact(contact.token()))
        .orElseGet(() -> ofAd(adId));
  }

  public static String ofContact(String token) {
    return opaque(CONTACT + token);
  }

  public static String ofAd(String adId) {
    return opaque(AD + adId);
  }

  private static String opaque(String member) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(member.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
