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
      state.shapes().put(id, new Shape(shingles, ad.first(), 0));
      // A forgotten text may still hold a group together.
      if (state.forest().get(id) == null) {
        state.forest().put(id, TemplateNode.ALONE);
        state.groups().put(id, TemplateGroup.begin(ad.first()));
      }
      meet(id, shingles);
    } else if (ad.first().isBefore(known.first())) {
      state.shapes().put(id, known.since(ad.first()));
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
    // The larger tree takes the smaller, so that no way up grows long.
    long root = one.size() >= another.size() ? mine : theirs;
    long leaf = root == mine ? theirs : mine;
    state.forest().put(leaf, node(leaf).under(root));
    state.forest().put(root, node(root).withChildren(1));
    state.groups().put(root, one.and(another));
    state.groups().delete(leaf);
    if (!ended.ads().sightings().isEmpty()) {
      merges.accept(new Merged(ended.id(), kept.id()));
    }
  }

  private void begin(long root, FirstSeen ad) {
    var group = group(root);
    if (ad.isBefore(group.first())) {
      state.groups().put(root, group.since(ad));
      if (!group.ads().sightings().isEmpty()) {
        merges.accept(new Merged(group.id(), ad.adId()));
      }
    }
  }

  /**
   * Tells the group of a shape about an ad, or about what became of it.
   *
   * @param before as it stood there; null when it did not show this shape
   */
  public void put(long shape, @Nullable Sighting before, Sighting ad) {
    var known = state.shapes().get(shape);
    if (before == null && known != null) {
      state.shapes().put(shape, known.withAds(1));
    }
    long root = root(shape);
    var group = group(root);
    var changed = group.ads().with(before, ad);
    if (!changed.equals(group.ads())) {
      state.groups().put(root, group.with(changed));
    }
  }

  /** Takes an ad out of a shape and its group; a shape that no ad shows is forgotten. */
  public void remove(long shape, Sighting ad) {
    long root = root(shape);
    var group = state.groups().get(root);
    if (group != null) {
      state.groups().put(root, group.with(group.ads().without(ad)));
    }
    var known = state.shapes().get(shape);
    if (known != null && known.ads() > 1) {
      state.shapes().put(shape, known.withAds(-1));
    } else if (known != null) {
      drop(shape, known.shingles());
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

  private TemplateNode node(long shape) {
    var node = state.forest().get(shape);
    if (node == null) {
      throw new IllegalStateException("a text stands in no tree");
    }
    return node;
  }

  /** The root of a shape's tree. */
  public long root(long shape) {
    long at = shape;
    for (var node = state.forest().get(at); node != null; node = state.forest().get(at)) {
      if (node.parent() == null) {
        break;
      }
      at = node.parent();
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

  /** Forgets what sites were learnt from longer ago. */
  public void forgetSamples(Instant oldest) {
    var sites = new ArrayList<String>();
    state.sites().forEach((site, texts) -> sites.add(site));
    for (var site : sites) {
      var texts = state.sites().get(site);
      if (texts != null && texts.since(oldest) != texts) {
        state.sites().put(site, texts.since(oldest));
      }
    }
  }

  private void drop(long id, Shingles shingles) {
    for (long key : Bands.of(shingles)) {
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
    prune(id);
  }

  /** Cuts off what no text stands on and nothing hangs on. */
  private void prune(long shape) {
    long at = shape;
    var node = node(at);
    while (node.children() == 0 && state.shapes().get(at) == null) {
      state.forest().delete(at);
      if (node.parent() == null) {
        state.groups().delete(at);
        return;
      }
      at = node.parent();
      node = node(at).withChildren(-1);
      state.forest().put(at, node);
    }
  }
}
