package org.maraude.contacts;

/** How a contact reaches somebody. The names are part of the token: they never change. */
public enum ContactKind {
  PHONE,
  EMAIL,
  HANDLE,
  LINK
}
