package org.maraude.dashboard.vault;

import java.util.UUID;
import org.maraude.dashboard.accounts.Person;

/** Why somebody may open an item's contacts who does not hold it in a queue. */
@FunctionalInterface
public interface Ground {

  /** Whether this person may open the contacts of this item now. */
  boolean opens(UUID itemId, Person person);
}
