/**
 * Passkeys (Web Authentication, W3C level 3): a key pair in a telephone, a computer or a stick that
 * signs a challenge for this console's address and for no other, so that a copied page gets
 * nothing. Here it is the second step after the password.
 */
@NullMarked
package org.maraude.dashboard.accounts.passkeys;

import org.jspecify.annotations.NullMarked;
