package org.maraude.analyzer.links.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.Merged;
import org.maraude.analyzer.links.profile.FirstSeen;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.profile.Sighting;

/**
 * Groups of texts that are alike, as they arrive. Texts meet under their bands, those that share
 * {@value #ALIKE} of their shingles are joined, and joining is for good. A band keeps the first
 * {@value #MOST_A_BAND} texts only, so one more costs a bounded number of comparisons. Decides on
 * what the state holds and nothing else; not thread safe.
 */
public final class Templates {

  static final double ALIKE = 0.6;
  static final int MOST_A_BAND = 32;

  private final TemplateState state;
  private final Consumer<Merged> merges;

  /**
   * @param merges hears of every group that changes its id
   */
  public Templates(TemplateState state, Consumer<Merged> merges) {
    this.state = state;
    this.merges = merges;
  }

  /** Takes an ad's text in; the answer is its shape. */
  public long add(Shingles shingles, Sighting ad) {
    long id = shingles.id();
    var known = state.shapes().get(id);
    if (known == null) {
      state.shapes().put(id, new Shape(shingles, ad.first(), ad.last()));
      // A forgotten text may still be the root of others.
      if (state.groups().get(id) == null) {
        state.groups().put(id, new TemplateGroup(ad.first(), Profile.NONE));
      }
      meet(id, shingles);
    } else {
      var seen = known.with(ad.first(), ad.last());
      if (!seen.equals(known)) {
        state.shapes().put(id, seen);
      }
    }
    begin(root(id), ad.first());
    return id;
  }

  private void meet(long id, Shingles shingles) {
    Set<Long> tried = new HashSet<>();
    for (long key : Bands.of(shingles)) {
      var here = state.bands().get(key);
      if (here != null) {
        for (long other : here) {
          if (tried.add(other)) {
            join(id, shingles, other);
          }
        }
      }
      state.bands().put(key, here == null ? List.of(id) : kept(here, id));
    }
  }

  private List<Long> kept(List<Long> here, long id) {
    var all = new ArrayList<>(here);
    all.add(id);
    if (all.size() > MOST_A_BAND) {
      all.sort(Comparator.comparing(this::first));
      all.removeLast();
    }
    return List.copyOf(all);
  }

  private FirstSeen first(long shape) {
    var known = state.shapes().get(shape);
    return known == null ? new FirstSeen(Instant.MAX, "") : known.first();
  }

  private void join(long id, Shingles shingles, long other) {
    long mine = root(id);
    long theirs = root(other);
    var shape = state.shapes().get(other);
    if (mine == theirs || shape == null || shape.shingles().jaccard(shingles) < ALIKE) {
      return;
    }
    var one = group(mine);
    var another = group(theirs);
    boolean keepsMine = one.first().isBefore(another.first());
    var kept = keepsMine ? one : another;
    var ended = keepsMine ? another : one;
    long root = keepsMine ? mine : theirs;
    long leaf = keepsMine ? theirs : mine;
    state.parents().put(leaf, root);
    state.groups().put(root, kept.with(one.ads().and(another.ads())));
    state.groups().delete(leaf);
    if (!ended.ads().sightings().isEmpty()) {
      merges.accept(new Merged(ended.id(), kept.id()));
    }
  }

  private void begin(long root, FirstSeen ad) {
    var group = group(root);
    if (ad.isBefore(group.first())) {
      state.groups().put(root, new TemplateGroup(ad, group.ads()));
      if (!group.ads().sightings().isEmpty()) {
        merges.accept(new Merged(group.id(), ad.adId()));
      }
    }
  }

  /** Tells the group of a shape about an ad, or about what became of it. */
  public void put(long shape, @Nullable Sighting before, Sighting ad) {
    long root = root(shape);
    var group = group(root);
    var changed = group.ads().with(before, ad);
    if (!changed.equals(group.ads())) {
      state.groups().put(root, group.with(changed));
    }
  }

  /** Takes an ad out of the group of a shape. */
  public void remove(long shape, Sighting ad) {
    long root = root(shape);
    var group = state.groups().get(root);
    if (group != null) {
      state.groups().put(root, group.with(group.ads().without(ad)));
    }
  }

  public @Nullable TemplateGroup groupOf(long shape) {
    return state.groups().get(root(shape));
  }

  private TemplateGroup group(long root) {
    var group = state.groups().get(root);
    if (group == null) {
      throw new IllegalStateException("a text's root has no group");
    }
    return group;
  }

  /** The root of a shape's tree; each step up halves the way for the next who asks. */
  private long root(long shape) {
    long at = shape;
    for (var parent = state.parents().get(at); parent != null; parent = state.parents().get(at)) {
      var above = state.parents().get(parent);
      if (above == null) {
        return parent;
      }
      state.parents().put(at, above);
      at = above;
    }
    return at;
  }

  /** The site's own words as they hold for an ad's day; the ad is a lesson for the next. */
  public Shingles withoutSiteTexts(String siteId, Shingles shingles, Sighting ad) {
    var known = state.sites().get(siteId);
    var before = (known == null ? SiteTexts.begin(ad.last()) : known).on(ad.last());
    var after = before.with(ad, shingles);
    if (after != known) {
      state.sites().put(siteId, after);
    }
    return shingles.without(before.own());
  }

  /** Takes a contact's ads out of what sites are learnt from. */
  public void eraseSamples(String contact) {
    var changed = new ArrayList<String>();
    state
        .sites()
        .forEach((site, texts) -> {
          if (texts.without(contact) != texts) {
            changed.add(site);
          }
        });
    changed.forEach(site -> {
      var texts = state.sites().get(site);
      if (texts != null) {
        state.sites().put(site, texts.without(contact));
      }
    });
  }

  /** Forgets texts not seen since a time, and groups that no ad is left of. */
  public void forget(Instant oldest) {
    var over = new ArrayList<Long>();
    var living = new HashSet<Long>();
    var shapes = new ArrayList<Long>();
    state
        .shapes()
        .forEach((id, shape) -> {
          shapes.add(id);
          if (shape.last().isBefore(oldest)) {
            over.add(id);
          }
        });
    var dead = Set.copyOf(over);
    for (long id : shapes) {
      long root = root(id);
      if (!dead.contains(id)) {
        living.add(root);
        if (root != id) {
          // Straight to the root, so that no living text hangs on a forgotten one.
          state.parents().put(id, root);
        }
      }
    }
    over.forEach(this::drop);
    forgetGroups(living, oldest);
    forgetSamples(oldest);
  }

  private void forgetSamples(Instant oldest) {
    var sites = new ArrayList<String>();
    state.sites().forEach((site, texts) -> sites.add(site));
    for (var site : sites) {
      var texts = state.sites().get(site);
      if (texts != null && texts.since(oldest) != texts) {
        state.sites().put(site, texts.since(oldest));
      }
    }
  }

  private void forgetGroups(Set<Long> living, Instant oldest) {
    var groups = new ArrayList<Long>();
    state.groups().forEach((root, group) -> groups.add(root));
    for (long root : groups) {
      var group = group(root);
      if (!living.contains(root)) {
        state.groups().delete(root);
      } else {
        var since = group.ads().since(oldest);
        if (since != group.ads()) {
          state.groups().put(root, group.with(since));
        }
      }
    }
  }

  private void drop(long id) {
    var shape = state.shapes().get(id);
    if (shape == null) {
      return;
    }
    for (long key : Bands.of(shape.shingles())) {
      var here = state.bands().get(key);
      if (here != null && here.contains(id)) {
        var left = here.stream().filter(other -> other != id).toList();
        if (left.isEmpty()) {
          state.bands().delete(key);
        } else {
          state.bands().put(key, left);
        }
      }
    }
    state.shapes().delete(id);
    state.parents().delete(id);
  }
}
