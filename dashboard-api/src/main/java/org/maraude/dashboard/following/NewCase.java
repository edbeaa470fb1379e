package org.maraude.dashboard.following;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CanonicalContact;

/**
 * A case that is to be opened.
 *
 * @param from where the contact comes from
 * @param agreement how they agreed; there is no case without
 * @param agreedOn the day of it, in the reader's time zone
 * @param departement an official code; null when unknown
 * @param nextOn when something is due; null for not yet known
 */
public record NewCase(
    Origin from,
    Agreement agreement,
    LocalDate agreedOn,
    @Nullable String departement,
    @Nullable LocalDate nextOn,
    Parts.Everyday everyday,
    Parts.Close close) {

  /** Where a case's contact comes from. */
  public sealed interface Origin {
    /** A contact of an ad that was chosen for a round; it goes from key to key, unseen. */
    record Item(UUID id, String token) implements Origin {}

    /** Somebody who called or came, with a contact that they gave. */
    record Stated(CanonicalContact contact) implements Origin {}

    /** Somebody who gave none. */
    record None() implements Origin {}
  }
}
