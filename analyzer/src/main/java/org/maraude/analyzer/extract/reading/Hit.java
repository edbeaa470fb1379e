package org.maraude.analyzer.extract.reading;

import org.maraude.contacts.CanonicalContact;

/**
 * A contact at one place of the joined text.
 *
 * @param plain whether a plain reader finds it as well
 */
public record Hit(CanonicalContact contact, int start, int end, boolean plain) {

  @Override
  public String toString() {
    return "Hit[" + contact.kind() + ", " + start + ", " + end + "]";
  }
}
