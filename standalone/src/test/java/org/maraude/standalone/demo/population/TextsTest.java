package org.maraude.standalone.demo.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maraude.standalone.demo.SharedWorld;

/** What the invented ads say, and above all what they never say. */
class TextsTest {

  private static final Pattern PHONE =
      Pattern.compile("(?:\\+33 ?|\\b0)([1-9](?:[ .*_~|=<>:/-]*\\d){8})");
  private static final Pattern FICTION =
      Pattern.compile("(63998|19900|26191|35301|46571|53649)\\d{4}");
  private static final Pattern SLOT = Pattern.compile("<[a-z]+\\d*>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'-]*");

  private final List<DemoAd> ads = SharedWorld.WORLD.population().ads();

  @Test
  void everyNumberThatCanBeReadIsFiction() {
    int seen = 0;
    for (DemoAd ad : ads) {
      Matcher phone = PHONE.matcher(ad.title() + "\n" + ad.body() + "\n" + ad.phone());
      while (phone.find()) {
        seen++;
        String digits = phone.group(1).replaceAll("\\D", "");
        assertThat(FICTION.matcher(digits).matches()).as("%s in %s", digits, ad.adId()).isTrue();
      }
    }
    assertThat(seen).isGreaterThan(5_000);
  }

  @Test
  void noPhoneOfTheHistoryBelongsToTwoAdvertisers() {
    List<FictionNumber> phones =
        SharedWorld.WORLD.population().advertisers().stream()
            .flatMap(who -> who.phones().stream())
            .toList();
    assertThat(phones).doesNotHaveDuplicates();
  }

  @Test
  void onlyReviewedWordsAreUsed() throws IOException {
    Set<String> names = Set.copyOf(ResourceLines.read("names.txt"));
    Set<String> towns = ads.stream().flatMap(ad -> words(ad.town())).collect(Collectors.toSet());
    TreeSet<String> unknown =
        ads.stream()
            .flatMap(ad -> words(ad.title() + "\n" + ad.body()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Language language : Language.values()) {
      ResourceLines.read("phrases_" + language.code() + ".txt").stream()
          .filter(line -> !line.startsWith("["))
          .flatMap(line -> words(SLOT.matcher(line).replaceAll(" ")))
          .forEach(unknown::add);
    }
    unknown.removeAll(reviewed());
    unknown.removeAll(towns);
    unknown.removeAll(names.stream().flatMap(TextsTest::words).collect(Collectors.toSet()));
    assertThat(unknown)
        .as(
            "words that nobody reviewed: read them as a stranger would, then add them to vocabulary.txt")
        .isEmpty();
  }

  @Test
  void aPossiblyMinorsAdIsBriefAndSaysNothingButWhoAgeWhereAndHowToReply() {
    Pattern plain =
        Pattern.compile(
            "(?:(?:Bonjour|Salut), )?(?:c'est )?\\p{L}+[,.] (?:1[67] ans|lycéenne|élève de terminale au lycée)[,.]"
                + " [^.]{2,70}\\. (?:Contact|Écrire|Message|Tél|Mobile)(?: :| au) [+\\d .]+\\.?");
    List<DemoAd> minors =
        ads.stream().filter(ad -> ad.truth().kind() == Kind.POSSIBLE_MINOR).toList();
    assertThat(minors).hasSizeGreaterThan(7);
    assertThat(minors)
        .allSatisfy(ad -> {
          assertThat(ad.body()).matches(plain).hasSizeLessThan(130);
          assertThat(ad.images()).isZero();
          assertThat(ad.price()).isNull();
        });
  }

  @Test
  void adultsStateAnAdultAge() {
    assertThat(ads)
        .filteredOn(ad -> ad.truth().kind() != Kind.POSSIBLE_MINOR && ad.age() != null)
        .allMatch(ad -> Integer.parseInt(Objects.requireNonNull(ad.age())) >= 19);
  }

  @Test
  void noSlotIsLeftUnfilled() {
    assertThat(ads)
        .noneMatch(ad -> (ad.title() + ad.body()).matches("(?s).*(<[a-z]+\\d*>|[{}]).*"));
  }

  @Test
  void differentAdvertisersDoNotShareTheirText() {
    List<String> texts =
        ads.stream()
            .filter(ad -> ad.truth().kind() == Kind.INDEPENDENT)
            .collect(Collectors.toMap(DemoAd::advertiser, DemoAd::body, (first, second) -> first))
            .values()
            .stream()
            .toList();
    for (int i = 1; i < texts.size(); i++) {
      assertThat(overlap(texts.get(i - 1), texts.get(i))).isLessThan(0.6);
    }
  }

  @Test
  void oneAdvertisersAdsAreNearDuplicates() {
    List<DemoAd> group =
        ads.stream().filter(ad -> ad.truth().kind() == Kind.CONTROLLED_GROUP).toList();
    DemoAd first = group.get(0);
    assertThat(group)
        .filteredOn(
            ad -> ad.advertiser() == first.advertiser() && ad.category().equals(first.category()))
        .hasSizeGreaterThan(5)
        .allMatch(ad -> overlap(first.body(), ad.body()) > 0.5);
  }

  private static double overlap(String one, String other) {
    Set<String> ones = words(one).collect(Collectors.toSet());
    Set<String> both = words(other).collect(Collectors.toSet());
    Set<String> all = new TreeSet<>(ones);
    all.addAll(both);
    both.retainAll(ones);
    return (double) both.size() / all.size();
  }

  static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group().toLowerCase(Locale.ROOT));
  }

  private static Set<String> reviewed() throws IOException {
    try (InputStream in = TextsTest.class.getResourceAsStream("vocabulary.txt")) {
      return Set.of(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .split("\\s+"));
    }
  }
}
