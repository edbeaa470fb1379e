/**
 * What the analyzer says of one ad: facts, signals with their places, score and queue. Contacts are
 * sealed.
 */
@NullMarked
package org.maraude.events.assessment;

import org.jspecify.annotations.NullMarked;
