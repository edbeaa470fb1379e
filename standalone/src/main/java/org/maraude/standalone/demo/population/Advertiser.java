package org.maraude.standalone.demo.population;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One invented advertiser: what stays the same over all of its ads.
 *
 * @param number unique, also over newcomers after the epoch
 * @param names aliases, at least one
 * @param phones at least one; several rotate
 * @param towns at least one
 * @param sites where it posts, the usual one first
 * @param indicators what every ad of it shows
 * @param disguise how it writes its phone, null for plainly
 * @param poorFrench writes French as a beginner does
 * @param seed of its text
 */
public record Advertiser(
    int number,
    Kind kind,
    Language language,
    List<String> names,
    List<FictionNumber> phones,
    List<Town> towns,
    List<SiteId> sites,
    Set<Indicator> indicators,
    @Nullable Disguise disguise,
    boolean limits,
    boolean ageTrap,
    boolean poorFrench,
    int age,
    int price,
    Seed seed) {

  public Advertiser {
    names = List.copyOf(names);
    phones = List.copyOf(phones);
    towns = List.copyOf(towns);
    sites = List.copyOf(sites);
  }
}
