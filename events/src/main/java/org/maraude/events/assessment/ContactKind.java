package org.maraude.events.assessment;

/** How a contact reaches somebody. */
public enum ContactKind {
  PHONE,
  EMAIL,
  HANDLE,
  LINK
}
