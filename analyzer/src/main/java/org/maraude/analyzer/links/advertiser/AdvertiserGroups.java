package org.maraude.analyzer.links.advertiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.Merged;
import org.maraude.analyzer.links.Table;
import org.maraude.analyzer.links.profile.FirstSeen;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.profile.Sighting;

/**
 * Which contacts and ads belong to one advertiser: the unit that trends and exports protect. Two
 * contacts are joined when two ads name both, or when they share a text and with it a name or less
 * than {@value #SHORT_GAP_DAYS} days between their ads: one weak bridge joins nobody. A group that
 * outgrows {@value #MOST} members is no advertiser; each of its members stands alone then. Not
 * thread safe.
 */
public final class AdvertiserGroups {

  public static final int MOST = 64;
  static final int SHORT_GAP_DAYS = 14;

  private static final Duration SHORT_GAP = Duration.ofDays(SHORT_GAP_DAYS);
  private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::first);

  private final Table<String, Member> members;
  private final Consumer<Merged> merges;

  /**
   * @param merges hears of every advertiser that changes its id
   */
  public AdvertiserGroups(Table<String, Member> members, Consumer<Merged> merges) {
    this.members = members;
    this.merges = merges;
  }

  /**
   * Draws the ties of an ad that its profiles know already.
   *
   * @param profiles of contacts, by token
   * @param text the ads that share its text
   */
  public void link(Sighting ad, Function<String, Profile> profiles, Profile text) {
    begin(ad.member(), ad.first());
    for (var contact : ad.contacts()) {
      var other = MemberName.ofContact(contact);
      if (!other.equals(ad.member()) && namedTwice(ad, profiles.apply(contact))) {
        join(ad.member(), other, ad.first());
      }
    }
    if (!text.common()) {
      linkByText(ad, text);
    }
  }

  private static boolean namedTwice(Sighting ad, Profile contact) {
    return contact.sightings().stream()
        .anyMatch(other ->
            !other.adId().equals(ad.adId())
                && (other.member().equals(ad.member())
                    || other.contacts().stream()
                        .anyMatch(token -> MemberName.ofContact(token).equals(ad.member()))));
  }

  private void linkByText(Sighting ad, Profile text) {
    var ads = text.sightings();
    int at = Collections.binarySearch(ads, ad, ORDER);
    if (at > 0 && isShort(ads.get(at - 1), ad)) {
      join(ad.member(), ads.get(at - 1).member(), ads.get(at - 1).first());
    }
    if (at >= 0 && at + 1 < ads.size() && isShort(ad, ads.get(at + 1))) {
      join(ad.member(), ads.get(at + 1).member(), ads.get(at + 1).first());
    }
    for (var other : ads) {
      if (!Collections.disjoint(ad.aliases(), other.aliases())) {
        join(ad.member(), other.member(), other.first());
      }
    }
  }

  private static boolean isShort(Sighting earlier, Sighting later) {
    return !later.first().at().isAfter(earlier.last().plus(SHORT_GAP));
  }

  private void begin(String name, FirstSeen first) {
    var known = members.get(name);
    if (known == null) {
      members.put(name, Member.alone(name, first));
      return;
    }
    var root = root(name);
    var group = get(root);
    if (known.parent() != null && first.isBefore(known.first())) {
      members.put(name, new Member(known.parent(), first, known.named(), known.size()));
    }
    if (first.isBefore(group.first())) {
      members.put(root, new Member(null, first, name, group.size()));
      tell(group.named(), name, group.size());
    }
  }

  private void join(String one, String other, FirstSeen otherFirst) {
    if (one.equals(other)) {
      return;
    }
    begin(other, otherFirst);
    var mine = root(one);
    var theirs = root(other);
    if (mine.equals(theirs)) {
      return;
    }
    var first = get(mine);
    var second = get(theirs);
    boolean keepsMine = first.first().isBefore(second.first());
    var kept = keepsMine ? first : second;
    var ended = keepsMine ? second : first;
    // The larger tree takes the smaller, so that no way up grows long.
    var root = first.size() >= second.size() ? mine : theirs;
    var leaf = root.equals(mine) ? theirs : mine;
    int size = first.size() + second.size();
    members.put(leaf, get(leaf).under(root));
    members.put(root, new Member(null, kept.first(), kept.named(), size));
    tell(ended.named(), kept.named(), size);
  }

  private void tell(String old, String named, int size) {
    if (!old.equals(named) && size <= MOST) {
      merges.accept(new Merged(MemberName.advertiserId(old), MemberName.advertiserId(named)));
    }
  }

  /** The id of a member's group; its own when it is in none or in one too large to be one. */
  public String idOf(String name) {
    @Nullable Member known = members.get(name);
    if (known == null) {
      return MemberName.advertiserId(name);
    }
    var group = get(root(name));
    return MemberName.advertiserId(group.size() > MOST ? name : group.named());
  }

  /** Forgets members that no ad counts for, and that hold no group together. */
  public void keep(Set<String> living) {
    var used = new HashSet<>(living);
    living.forEach(name -> {
      if (members.get(name) != null) {
        for (var at = name;
            get(at).parent() != null;
            at = Objects.requireNonNull(get(at).parent())) {
          used.add(at);
        }
        used.add(root(name));
      }
    });
    var over = new ArrayList<String>();
    members.forEach((name, member) -> {
      if (!used.contains(name)) {
        over.add(name);
      }
    });
    over.forEach(members::delete);
  }

  /**
   * Forgets a contact. While other members hang on it, a random-looking id takes its place, so that
   * they stay together and its token is gone.
   */
  public void erase(String contact) {
    var name = MemberName.ofContact(contact);
    var member = members.get(name);
    if (member == null) {
      return;
    }
    var stand = "erased:" + MemberName.advertiserId(name);
    var renamed = new ArrayList<String>();
    members.forEach((other, each) -> {
      if (name.equals(each.parent()) || name.equals(each.named())) {
        renamed.add(other);
      }
    });
    members.delete(name);
    if (renamed.stream().anyMatch(other -> !other.equals(name)) || member.parent() != null) {
      members.put(
          stand,
          new Member(
              member.parent(),
              member.first(),
              name.equals(member.named()) ? stand : member.named(),
              member.size()));
    }
    for (var other : renamed) {
      var each = members.get(other);
      if (each != null) {
        members.put(
            other,
            new Member(
                name.equals(each.parent()) ? stand : each.parent(),
                each.first(),
                name.equals(each.named()) ? stand : each.named(),
                each.size()));
      }
    }
  }

  private String root(String name) {
    var at = name;
    for (var parent = get(at).parent(); parent != null; parent = get(at).parent()) {
      at = parent;
    }
    return at;
  }

  private Member get(String name) {
    var member = members.get(name);
    if (member == null) {
      throw new IllegalStateException("a member of an advertiser's group is missing");
    }
    return member;
  }
}
