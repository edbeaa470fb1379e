package org.maraude.analyzer.links.advertiser;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
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
 * than {@value #SHORT_GAP_DAYS} days between two ads of theirs: one weak bridge joins nobody. A
 * group that outgrows {@value #MOST} members is no advertiser; each of its members stands alone
 * then. Not thread safe.
 */
public final class AdvertiserGroups {

  public static final int MOST = 64;
  static final int SHORT_GAP_DAYS = 14;

  private static final Duration SHORT_GAP = Duration.ofDays(SHORT_GAP_DAYS);

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
   * Notes whom an ad counts for.
   *
   * @param before whom it counted for until now; null for a new ad
   */
  public void count(@Nullable String before, Sighting ad) {
    if (ad.member().equals(before)) {
      return;
    }
    begin(ad.member(), ad.first());
    boolean shown =
        ad.contacts().stream().anyMatch(token -> MemberName.ofContact(token).equals(ad.member()));
    var member = get(ad.member()).withAds(1);
    members.put(ad.member(), shown ? member.withShown(true) : member);
    if (before != null) {
      uncount(before);
    }
  }

  /** An ad no longer counts for a member. */
  public void uncount(String name) {
    var member = members.get(name);
    if (member != null) {
      release(name, member.withAds(-1));
    }
  }

  /** No ad shows a contact any more. */
  public void unshown(String contact) {
    var name = MemberName.ofContact(contact);
    var member = members.get(name);
    if (member != null) {
      release(name, member.withShown(false));
    }
  }

  /** Keeps a member, or forgets it when nothing stands or hangs on it any more. */
  private void release(String name, Member changed) {
    var at = name;
    var member = changed;
    while (member.isUnused()) {
      members.delete(at);
      if (member.parent() == null) {
        return;
      }
      at = member.parent();
      member = get(at).withChildren(-1);
    }
    members.put(at, member);
  }

  /**
   * Draws the ties of an ad that its profiles know already.
   *
   * @param profiles of contacts, by token
   * @param text the ads that share its text
   */
  public void link(Sighting ad, Function<String, Profile> profiles, Profile text) {
    begin(ad.member(), ad.first());
    var names = ad.contacts().stream().map(MemberName::ofContact).toList();
    int own = names.indexOf(ad.member());
    @Nullable String ownContact = own < 0 ? null : ad.contacts().get(own);
    for (int i = 0; i < names.size(); i++) {
      if (i != own && namedTwice(ad, ownContact, profiles.apply(ad.contacts().get(i)))) {
        join(ad.member(), names.get(i), ad.first());
        members.put(names.get(i), get(names.get(i)).withShown(true));
      }
    }
    if (!text.common()) {
      linkByText(ad, text);
    }
  }

  private static boolean namedTwice(Sighting ad, @Nullable String ownContact, Profile contact) {
    return contact.sightings().stream()
        .anyMatch(other ->
            !other.adId().equals(ad.adId())
                && (other.member().equals(ad.member())
                    || ownContact != null && other.contacts().contains(ownContact)));
  }

  /** Every pair counts, not neighbours only: else who is joined would hang on who came first. */
  private void linkByText(Sighting ad, Profile text) {
    Set<String> joined = new HashSet<>();
    joined.add(ad.member());
    for (var other : text.sightings()) {
      if (joined.contains(other.member())) {
        continue;
      }
      boolean isEarlier = other.first().isBefore(ad.first());
      if ((isEarlier ? isShort(other, ad) : isShort(ad, other))
          || !Collections.disjoint(ad.aliases(), other.aliases())) {
        joined.add(other.member());
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
      members.put(name, known.since(first));
    }
    if (first.isBefore(group.first())) {
      members.put(root, group.as(first, name, group.size()));
      tell(group.named(), name, group.size());
    }
  }

  private void join(String one, String other, FirstSeen otherFirst) {
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
    members.put(root, get(root).as(kept.first(), kept.named(), size).withChildren(1));
    tell(ended.named(), kept.named(), size);
  }

  private void tell(String old, String named, int size) {
    if (!old.equals(named) && size <= MOST) {
      merges.accept(new Merged(old, named));
    }
  }

  /** The id of a member's group; its own when it is in none or in one too large to be one. */
  public String idOf(String name) {
    @Nullable Member known = members.get(name);
    if (known == null) {
      return name;
    }
    var group = get(root(name));
    return group.size() > MOST ? name : group.named();
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
