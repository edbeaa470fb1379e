package org.maraude.dashboard.queue;

/**
 * Where an item stands, as people see it. That a second opinion is awaited is not among it: the
 * second reader must not know what the first one chose.
 */
public enum ItemStatus {
  /** Free to be claimed. */
  WAITING,
  /** Somebody reads it. */
  CLAIMED,
  /** Decided by people. */
  DECIDED,
  /** A later assessment found too little, before anybody had decided. */
  WITHDRAWN
}
