/** What the report tells and what it keeps to itself. */
@NullMarked
package org.maraude.dashboard.rounds.report;

import org.jspecify.annotations.NullMarked;
