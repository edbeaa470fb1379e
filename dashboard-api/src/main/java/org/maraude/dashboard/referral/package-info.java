/**
 * The way of a possible minor's item from the flag to those who protect: what is due, the factual
 * note, whom a department's children are told to, who was told, and the second reading. Nothing
 * here sends anything.
 */
@NullMarked
package org.maraude.dashboard.referral;

import org.jspecify.annotations.NullMarked;
