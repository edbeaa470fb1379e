package org.maraude.standalone.demo.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Puts one text together: who, then a shuffled middle, then the contact. {@code own} draws what
 * stays over an advertiser's ads, {@code fresh} what differs; slots never change how often either
 * is asked, or the text would not stay.
 */
final class AdBody {

  private static final Pattern FIRST_PERSON =
      Pattern.compile("\\b(?:[Jj]e|[Jj]'|[Mm]oi|[Mm]on|[Mm]es|[Mm]e|I|[Mm]y)(?:\\b|(?<='))");

  private final Phrasebook book;
  private final Advertiser who;
  private final AdWriter.Form form;
  private final boolean phoneInField;
  private final Map<String, String> slots;
  private final RandomGenerator own;
  private final RandomGenerator fresh;

  AdBody(
      Phrasebook book,
      Advertiser who,
      AdWriter.Form form,
      boolean phoneInField,
      Map<String, String> slots,
      RandomGenerator own,
      RandomGenerator fresh) {
    this.book = book;
    this.who = who;
    this.form = form;
    this.phoneInField = phoneInField;
    this.slots = slots;
    this.own = own;
    this.fresh = fresh;
  }

  String title() {
    return switch (form) {
      case ONE, SHE, POOR_FRENCH -> say("title", fresh);
      case TWO -> say(book.has("title-duo") ? "title-duo" : "title", fresh);
      case AGENCY -> say(book.has("title-agency") ? "title-agency" : "title", fresh);
      case JOB -> say(book.has("title-job") ? "title-job" : "title", fresh);
      case MINOR -> say("minor-title", fresh);
    };
  }

  String write() {
    return switch (form) {
      case MINOR -> say("minor", fresh);
      case JOB -> say("recruitment", own) + "\n" + say("team-contact", own);
      case POOR_FRENCH -> poorFrench();
      case ONE, SHE, AGENCY, TWO -> opening() + "\n" + middle() + "\n" + contact();
    };
  }

  private String poorFrench() {
    List<String> sentences = new ArrayList<>();
    for (String template : book.section("poor-french")) {
      sentences.add(book.fill(template, slots, own));
    }
    return String.join("\n", sentences);
  }

  private String opening() {
    String self =
        switch (form) {
          case TWO -> say("duo-self", own);
          case AGENCY -> say("agency-self", own);
          case SHE -> say("she-self", own);
          case ONE, POOR_FRENCH, JOB, MINOR -> say("self", own);
        };
    if (own.nextInt(10) < 3) {
      return capital(self);
    }
    String greeting = say("greeting", own);
    return greeting.endsWith(",") ? greeting + " " + self : greeting + " " + capital(self);
  }

  private String middle() {
    List<String> sentences = new ArrayList<>();
    boolean she =
        (form == AdWriter.Form.SHE || form == AdWriter.Form.AGENCY) && book.has("she-manner");
    sentences.add(say("where", own));
    sentences.add(say("when", fresh));
    sentences.add(say(she ? "she-manner" : "manner", own));
    int fillers = 2 + own.nextInt(3);
    for (int i = 0; i < fillers; i++) {
      addNew(sentences, filler(she));
    }
    if (form == AdWriter.Form.TWO) {
      sentences.add(say("duo-manner", own));
    }
    if (own.nextInt(10) < 8 && !who.indicators().contains(Indicator.PRICE_LOW)) {
      sentences.add(say("price", own));
    }
    if (who.limits()) {
      addNew(sentences, say("limits", own));
      addNew(sentences, say("limits", own));
    }
    if (own.nextInt(100) < 8) {
      sentences.add(say("disclaimer", own));
    }
    if (who.ageTrap()) {
      sentences.add(say("age-trap", own));
    }
    addSigns(sentences);
    shuffle(sentences);
    int half = sentences.size() / 2;
    return String.join(" ", sentences.subList(0, half))
        + "\n"
        + String.join(" ", sentences.subList(half, sentences.size()));
  }

  /** Where somebody else writes, nothing is said in the first person. */
  private String filler(boolean she) {
    String filler = say("filler", own);
    for (int tries = 0; she && FIRST_PERSON.matcher(filler).find() && tries < 20; tries++) {
      filler = say("filler", own);
    }
    return filler;
  }

  private void addSigns(List<String> sentences) {
    for (Indicator indicator : who.indicators()) {
      switch (indicator) {
        case REASSURANCE, MANAGEMENT, NO_OUTSIDE, PRICE_LOW, NEW_IN_TOWN, THIRD_PERSON ->
            sentences.add(say(indicator.id(), own));
        case AGE_BELOW_18, PHONE_OBSCURED, RECRUITMENT, SEVERAL_PERSONS, STATED_AGE_18_22 -> {
          // shown by the opening, the contact or a field
        }
      }
    }
  }

  private String contact() {
    boolean answeredByOthers = who.indicators().contains(Indicator.MANAGEMENT);
    boolean fieldOnly = phoneInField && own.nextInt(10) < 4;
    String phone =
        fieldOnly
            ? say("contact-field", own)
            : form == AdWriter.Form.SHE && !answeredByOthers
                ? "Tel : " + slots.get("phone")
                : say(answeredByOthers ? "team-contact" : "contact", own);
    return own.nextInt(100) < 12 ? phone + "\n" + say("contact-mail", own) : phone;
  }

  private String say(String section, RandomGenerator random) {
    return book.say(section, slots, random);
  }

  private static void addNew(List<String> sentences, String sentence) {
    if (!sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }

  private void shuffle(List<String> sentences) {
    for (int i = sentences.size() - 1; i > 0; i--) {
      int other = own.nextInt(i + 1);
      String kept = sentences.get(i);
      sentences.set(i, sentences.get(other));
      sentences.set(other, kept);
    }
  }

  private static String capital(String text) {
    int first = text.codePointAt(0);
    int length = Character.charCount(first);
    return text.substring(0, length).toUpperCase(Locale.ROOT) + text.substring(length);
  }
}
