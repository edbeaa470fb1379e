package org.maraude.analyzer.links;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.profile.Profile;

/**
 * Hears which ads may mean something else by now: those of a profile that changed, and those that
 * it no longer holds.
 */
public interface Touched {

  /** The ads that a contact's profile holds. */
  void contact(String token);

  /** The ads that a group of texts holds, by its root. */
  void text(long root);

  /** An ad that fell out of a profile. */
  void ad(String adId);

  /** A table that tells whom its changes touch. */
  record Watched<K, V>(
      Table<K, V> table, Function<V, Profile> ads, Touched touched, BiConsumer<Touched, K> telling)
      implements Table<K, V> {

    @Override
    public @Nullable V get(K key) {
      return table.get(key);
    }

    @Override
    public void put(K key, V value) {
      var before = table.get(key);
      table.put(key, value);
      telling.accept(touched, key);
      if (before != null) {
        fallen(ads.apply(before), ads.apply(value));
      }
    }

    @Override
    public void delete(K key) {
      var before = table.get(key);
      table.delete(key);
      if (before != null) {
        fallen(ads.apply(before), Profile.NONE);
      }
    }

    private void fallen(Profile before, Profile after) {
      // Both are sorted, so one walk finds what is missing.
      var left = after.sightings().iterator();
      var next = left.hasNext() ? left.next() : null;
      for (var ad : before.sightings()) {
        while (next != null && next.first().isBefore(ad.first())) {
          next = left.hasNext() ? left.next() : null;
        }
        if (next == null || !next.adId().equals(ad.adId())) {
          touched.ad(ad.adId());
        }
      }
    }

    @Override
    public void forEach(BiConsumer<K, V> taker) {
      table.forEach(taker);
    }
  }
}
