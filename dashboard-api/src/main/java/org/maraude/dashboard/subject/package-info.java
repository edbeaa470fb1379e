/**
 * What a person whose contact is known here may ask for: a file of all that is kept under it (GDPR
 * art. 15), and that it goes (art. 17).
 */
@NullMarked
package org.maraude.dashboard.subject;

import org.jspecify.annotations.NullMarked;
