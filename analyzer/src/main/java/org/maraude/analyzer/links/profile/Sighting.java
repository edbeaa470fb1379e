package org.maraude.analyzer.links.profile;

import java.time.Instant;
import java.util.List;

/**
 * One ad as its links remember it: no text, no contact in clear, names as hashes.
 *
 * @param last latest reading
 * @param member whom the ad counts for by itself; see {@link
 *     org.maraude.analyzer.links.advertiser.MemberName}
 * @param contacts tokens, sorted, the smallest {@value #MOST_CONTACTS}
 * @param aliases hashes of the names as folded, sorted, the smallest {@value #MOST_ALIASES}
 * @param departement official code; empty when unknown
 * @param lowestAge in years; 0 when none is stated
 * @param offersWork whether its wording is that of a job offer
 */
public record Sighting(
    FirstSeen first,
    Instant last,
    String member,
    List<String> contacts,
    List<Long> aliases,
    String departement,
    int lowestAge,
    boolean offersWork) {

  public static final int MOST_CONTACTS = 8;
  public static final int MOST_ALIASES = 8;

  public Sighting {
    contacts = contacts.stream().distinct().sorted().limit(MOST_CONTACTS).toList();
    aliases = aliases.stream().distinct().sorted().limit(MOST_ALIASES).toList();
  }

  public String adId() {
    return first.adId();
  }

  /** The same ad, known to have been there from or until another time as well. */
  public Sighting over(FirstSeen earliest, Instant latest) {
    return new Sighting(
        earliest, latest, member, contacts, aliases, departement, lowestAge, offersWork);
  }
}
