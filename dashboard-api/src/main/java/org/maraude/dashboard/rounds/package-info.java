/**
 * Rounds (maraudes virtuelles): a lead plans which ads a person or a pair looks at on a day, they
 * note what they tried and what the person wished, and a contact that said no or is in its two
 * weeks of silence is planned and attempted by nobody. {@link Silence} is that rule; the database
 * holds it too. Nothing here sends anything.
 */
@NullMarked
package org.maraude.dashboard.rounds;

import org.jspecify.annotations.NullMarked;
