package org.maraude.dashboard.retention;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.Phones;

/** A contact as a person types it, in its canonical form. */
public final class StatedContact {

  private StatedContact() {}

  /** Empty when it is no contact of that kind. */
  public static Optional<CanonicalContact> read(ContactKind kind, String typed) {
    var text = typed.strip();
    try {
      return switch (kind) {
        case PHONE -> Phones.read(text, Phones.DEFAULT_REGION);
        case EMAIL, HANDLE ->
            Optional.of(new CanonicalContact(kind, text.toLowerCase(Locale.ROOT)));
        case LINK -> Optional.of(new CanonicalContact(kind, URI.create(text).toString()));
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
