/**
 * What of the queue shares a contact, a text or an advertiser with one item. Only items are looked
 * at: ads in no queue are not stored.
 */
@NullMarked
package org.maraude.dashboard.linked;

import org.jspecify.annotations.NullMarked;
