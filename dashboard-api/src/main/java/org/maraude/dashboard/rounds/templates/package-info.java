/**
 * The texts that workers copy on a round: six languages, versions that stay, and only what a second
 * person approved is shown. Nothing here sends anything.
 */
@NullMarked
package org.maraude.dashboard.rounds.templates;

import org.jspecify.annotations.NullMarked;
