package org.maraude.analyzer.links.template;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;

/**
 * Keys under which texts that are alike meet: locality-sensitive hashing over a SuperMinHash of
 * {@value #BANDS} times {@value #ROWS} components. Two texts that share 60 % of their shingles meet
 * with a probability of 94 %, at 70 % it is 99.6 %, at 30 % it is 15 %; what meets is compared
 * exactly. Pure.
 *
 * @see <a href="https://arxiv.org/abs/1706.05698">Ertl 2017, SuperMinHash</a>
 */
final class Bands {

  static final int BANDS = 20;
  static final int ROWS = 4;

  private static final int BITS = 32;
  private static final SimilarityHashPolicy POLICY =
      SimilarityHashing.superMinHash(BANDS * ROWS, BITS);
  private static final Hasher64 HASH = Hashing.komihash5_0();

  private Bands() {}

  static long[] of(Shingles shingles) {
    byte[] signature =
        POLICY
            .createHasher()
            .compute(
                ElementHashProvider.ofFunction(
                    index -> HASH.hashIntLongToLong(shingles.hashAt(index), 0), shingles.size()));
    var keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      var stream = HASH.hashStream().putInt(band);
      for (int row = 0; row < ROWS; row++) {
        stream.putLong(POLICY.getComponent(signature, band * ROWS + row));
      }
      keys[band] = stream.getAsLong();
    }
    return keys;
  }
}
