/**
 * A contact's canonical form, the token that stands for it, and the seal that only some may open.
 *
 * <p>A contact is first made canonical ({@link org.maraude.contacts.CanonicalContact}), so that one
 * phone written in ten ways is one value. {@link org.maraude.contacts.ContactTokens} turns it into
 * a keyed token: equal contacts have equal tokens, and without the key nobody gets back. {@link
 * org.maraude.contacts.ContactSealer} encrypts it under a data key of some hundred contacts, which
 * is wrapped to the day's public key and forgotten; {@link org.maraude.contacts.ContactOpener}
 * holds the private keys. {@link org.maraude.contacts.KeyFolder} keeps them all:
 *
 * <pre>{@code
 * keys/token               the token key
 * keys/public/2026-11-23   one public key a day
 * keys/private/2026-11-23  its private key; destroying it erases what was sealed that day
 * keys/private/audit       the key under which the audit is chained
 * keys/private/cases/ID    the key of one accompanied person; destroying it erases the case
 * }</pre>
 *
 * <p>An analyzer of its own is given {@code token} and {@code public} only, and opens the folder
 * with {@link org.maraude.contacts.KeyFolder#openWithoutPrivate}. Whoever has {@code private} makes
 * the pairs, a day ahead.
 *
 * <p>Nothing here logs, and no {@code toString} shows a contact or a key.
 */
@NullMarked
package org.maraude.contacts;

import org.jspecify.annotations.NullMarked;
