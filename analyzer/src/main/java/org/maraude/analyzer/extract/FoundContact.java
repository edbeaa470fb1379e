package org.maraude.analyzer.extract;

import java.util.List;
import org.maraude.contacts.CanonicalContact;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Span;

/**
 * A contact read from an ad, in clear: it never leaves the analyzer like this.
 *
 * @param value canonical form: E.164, lower-case address, {@code network:handle}, or URL
 * @param obfuscated whether the plain reading fails and only the decoder finds it
 * @param spans where it stands in the raw title and body, in UTF-16 units; empty when it came from
 *     a field that the site sets apart
 */
public record FoundContact(ContactKind kind, String value, boolean obfuscated, List<Span> spans) {

  public FoundContact {
    spans = List.copyOf(spans);
  }

  /** The same contact in the form that is tokenised, sealed and shown masked. */
  public CanonicalContact canonical() {
    return new CanonicalContact(
        switch (kind) {
          case PHONE -> org.maraude.contacts.ContactKind.PHONE;
          case EMAIL -> org.maraude.contacts.ContactKind.EMAIL;
          case HANDLE -> org.maraude.contacts.ContactKind.HANDLE;
          case LINK -> org.maraude.contacts.ContactKind.LINK;
        },
        value);
  }

  @Override
  public String toString() {
    return "FoundContact[" + kind + "]";
  }
}
