package org.maraude.analyzer.links.template;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Span;
import org.maraude.events.assessment.Span.Field;

/**
 * The runs of {@value #WORDS} words of a text, as a set of hashes: the form in which texts are
 * compared, from which no text can be read back. Immutable. Of a very long text the {@value #MOST}
 * smallest hashes are kept, which is a fair sample of it.
 *
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder 1997, on the resemblance and
 *     containment of documents</a>
 */
public final class Shingles {

  static final int WORDS = 3;
  static final int MOST = 512;

  /** Texts with fewer are alike by chance: "call me" is nobody's template. */
  public static final int LEAST = 10;

  public static final Shingles NONE = new Shingles(new int[0]);

  private static final Hasher64 HASH = Hashing.komihash5_0();

  private final int[] hashes;

  private Shingles(int[] sorted) {
    this.hashes = sorted;
  }

  /** Those of a published ad, title and body, with its contacts as slots. */
  public static Shingles of(Assessment ad) {
    return of(
        Stream.concat(
                TemplateWords.of(ad.title(), contacts(ad, Field.TITLE)).stream(),
                TemplateWords.of(ad.body(), contacts(ad, Field.BODY)).stream())
            .toList());
  }

  private static List<Span> contacts(Assessment ad, Field field) {
    return ad.contacts().stream()
        .flatMap(contact -> contact.spans().stream())
        .filter(span -> span.field() == field)
        .toList();
  }

  static Shingles of(List<TemplateWord> words) {
    if (words.size() < WORDS) {
      return NONE;
    }
    long[] terms = words.stream().mapToLong(word -> HASH.hashCharsToLong(word.term())).toArray();
    var hashes = new int[terms.length - WORDS + 1];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = (int) HASH.hashLongLongLongToLong(terms[i], terms[i + 1], terms[i + 2]);
    }
    return ofHashes(hashes);
  }

  /** From hashes as {@link #hashes} gave them, in any order. */
  public static Shingles ofHashes(int... hashes) {
    return new Shingles(Arrays.stream(hashes).sorted().distinct().limit(MOST).toArray());
  }

  /** Sorted, each once; a copy. */
  public int[] hashes() {
    return hashes.clone();
  }

  public int size() {
    return hashes.length;
  }

  /** Whether there is enough of the text to compare. */
  public boolean suffice() {
    return hashes.length >= LEAST;
  }

  /** Equal sets have equal ids. */
  public long id() {
    var stream = HASH.hashStream();
    for (int hash : hashes) {
      stream.putInt(hash);
    }
    return stream.getAsLong();
  }

  /** Those that are not in another set. */
  Shingles without(Shingles other) {
    if (other.hashes.length == 0) {
      return this;
    }
    return new Shingles(
        Arrays.stream(hashes)
            .filter(hash -> Arrays.binarySearch(other.hashes, hash) < 0)
            .toArray());
  }

  /** The share that both have of what either has: exact, up to {@value #MOST} of either. */
  double jaccard(Shingles other) {
    int mine = 0;
    int theirs = 0;
    int both = 0;
    int all = 0;
    while (all < MOST && (mine < hashes.length || theirs < other.hashes.length)) {
      int order =
          mine == hashes.length
              ? 1
              : theirs == other.hashes.length
                  ? -1
                  : Integer.compare(hashes[mine], other.hashes[theirs]);
      both += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
      all++;
    }
    return all == 0 ? 0 : (double) both / all;
  }

  int hashAt(int index) {
    return hashes[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Shingles shingles && Arrays.equals(hashes, shingles.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " shingles";
  }
}
