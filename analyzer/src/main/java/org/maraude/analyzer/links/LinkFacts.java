package org.maraude.analyzer.links;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.links.profile.Life;

/**
 * Which linked conditions hold for an ad. Pure. Thresholds lie above what two adults do who share a
 * number, a flat or a text: the sign begins with the third name.
 */
final class LinkFacts {

  private static final int NAMES = 3;
  private static final int CONTACTS = 3;

  /**
   * Above what somebody on tour does in a week; real groups have 5 towns at the 95th percentile.
   */
  private static final int DEPARTEMENTS_A_WEEK = 5;

  private static final int SPAM_DEPARTEMENTS_A_WEEK = 10;

  /** Real groups: 9 at the 90th percentile, 51 at the 99th. */
  private static final int ADS_A_WEEK = 30;

  private LinkFacts() {}

  /**
   * @param contacts of the ad, each with the life the ad falls into
   * @param text the ads with its text; null when it says too little
   */
  static Set<FactCondition> of(List<Life> contacts, @Nullable Life text) {
    var facts = EnumSet.noneOf(FactCondition.class);
    if (contacts.stream().anyMatch(life -> !life.common() && life.aliases() >= NAMES)) {
      facts.add(FactCondition.SHARED_CONTACT);
    }
    if (text != null && !text.common() && isShared(text)) {
      facts.add(FactCondition.SHARED_TEMPLATE);
    }
    var known =
        Stream.concat(contacts.stream(), Stream.ofNullable(text)).filter(Objects::nonNull).toList();
    var telling = known.stream().filter(life -> !life.common()).toList();
    if (telling.stream().anyMatch(Life::agesApart)) {
      facts.add(FactCondition.LINKED_AGES_APART);
    }
    if (contacts.stream().anyMatch(Life::offersWorkToo)) {
      facts.add(FactCondition.RECRUITMENT_LINK);
    }
    if (contacts.stream().anyMatch(LinkFacts::isSpam)) {
      facts.add(FactCondition.LOOKS_LIKE_SPAM);
    }
    if (facts.contains(FactCondition.SHARED_CONTACT)
        || facts.contains(FactCondition.SHARED_TEMPLATE)) {
      withOthersOnly(telling, facts);
    }
    return facts;
  }

  private static boolean isShared(Life text) {
    int contacts = text.contacts();
    return contacts >= CONTACTS || contacts > 1 && text.aliases() >= NAMES;
  }

  /** What touring adults and busy ones do as well, and so tells nothing by itself. */
  private static void withOthersOnly(List<Life> lives, Set<FactCondition> facts) {
    if (lives.stream().anyMatch(life -> life.departementsInAWeek() >= DEPARTEMENTS_A_WEEK)) {
      facts.add(FactCondition.MOVEMENT);
    }
    if (lives.stream().anyMatch(life -> life.adsInAWeek() >= ADS_A_WEEK)) {
      facts.add(FactCondition.HIGH_RHYTHM);
    }
  }

  /** One name in more places than anybody can be in. */
  private static boolean isSpam(Life life) {
    return life.aliases() <= 1 && life.departementsInAWeek() >= SPAM_DEPARTEMENTS_A_WEEK;
  }
}
