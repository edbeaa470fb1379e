/**
 * The two queues: lists, claims with lease and fence, the item page, decisions, their SQL and their
 * pages.
 */
@NullMarked
package org.maraude.dashboard.queue;

import org.jspecify.annotations.NullMarked;
