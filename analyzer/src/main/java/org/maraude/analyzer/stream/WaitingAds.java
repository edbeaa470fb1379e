package org.maraude.analyzer.stream;

import java.time.InstantSource;
import java.util.List;
import org.maraude.analyzer.links.LinkState;
import org.maraude.analyzer.links.Touched;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.profile.Sighting;
import org.maraude.analyzer.links.stored.LinkStore;

/**
 * Whose ads wait to be looked at again. It is a part of the store and not of memory, so that
 * whoever takes over after a kill looks at them.
 */
record WaitingAds(LinkStore store, InstantSource clock) implements Touched {

  private static final String CONTACT = "contact:";
  private static final String TEXT = "text:";
  private static final String AD = "ad:";

  @Override
  public void contact(String token) {
    note(CONTACT + token);
  }

  @Override
  public void text(long root) {
    note(TEXT + root);
  }

  @Override
  public void ad(String adId) {
    note(AD + adId);
  }

  private void note(String whose) {
    if (store.waiting().get(whose) == null) {
      store.waiting().put(whose, clock.instant());
    }
  }

  /** The ads that were meant, as they stand in the links by now. */
  static List<String> of(String whose, LinkState links) {
    if (whose.startsWith(AD)) {
      return List.of(whose.substring(AD.length()));
    }
    var profile = Profile.NONE;
    if (whose.startsWith(CONTACT)) {
      var known = links.contacts().get(whose.substring(CONTACT.length()));
      profile = known == null ? profile : known;
    } else {
      var known = links.groups().get(Long.parseLong(whose.substring(TEXT.length())));
      profile = known == null ? profile : known.ads();
    }
    return profile.sightings().stream().map(Sighting::adId).toList();
  }
}
