package org.maraude.standalone.demo.population;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The sentences of one language, by section, from {@code phrases_*.txt}. A sentence is a template:
 * <code>{a|b}</code> is a choice (it may nest), {@code <slot>} is filled in.
 */
final class Phrasebook {

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private final Language language;
  private final Map<String, List<String>> sections;

  private Phrasebook(Language language, Map<String, List<String>> sections) {
    this.language = language;
    this.sections = sections;
  }

  static Map<Language, Phrasebook> loadAll() {
    Map<Language, Phrasebook> books = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      books.put(language, load(language));
    }
    return books;
  }

  private static Phrasebook load(Language language) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : ResourceLines.read("phrases_" + language.code() + ".txt")) {
      if (line.startsWith("[")) {
        current =
            sections.computeIfAbsent(
                line.substring(1, line.length() - 1), name -> new ArrayList<>());
      } else {
        current.add(line);
      }
    }
    return new Phrasebook(language, sections);
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /** All sentences of a section, in the file's order. */
  List<String> section(String name) {
    List<String> sentences = sections.get(name);
    if (sentences == null) {
      throw new IllegalArgumentException(
          "phrases_" + language.code() + ".txt has no section [" + name + "]");
    }
    return sentences;
  }

  /** One sentence of a section, its choices made and its slots filled. */
  String say(String section, Map<String, String> slots, RandomGenerator random) {
    List<String> sentences = section(section);
    return fill(sentences.get(random.nextInt(sentences.size())), slots, random);
  }

  String fill(String template, Map<String, String> slots, RandomGenerator random) {
    String chosen = template.indexOf('{') < 0 ? template : choose(template, random);
    StringBuilder filled = new StringBuilder(chosen.length() + 40);
    int from = 0;
    int open = chosen.indexOf('<');
    while (open >= 0) {
      int close = chosen.indexOf('>', open);
      String value = close < 0 ? null : slots.get(chosen.substring(open + 1, close));
      // A lone sign is a sign: only known slots are filled.
      int next = value == null ? open + 1 : close + 1;
      filled.append(chosen, from, open).append(value == null ? "<" : value);
      from = next;
      open = chosen.indexOf('<', from);
    }
    return SPACES.matcher(filled.append(chosen, from, chosen.length())).replaceAll(" ").strip();
  }

  /** Innermost choices first, so that nesting needs no parser. */
  private static String choose(String template, RandomGenerator random) {
    String text = template;
    int close = text.indexOf('}');
    while (close >= 0) {
      int open = text.lastIndexOf('{', close);
      String[] options = text.substring(open + 1, close).split("\\|", -1);
      text =
          text.substring(0, open)
              + options[random.nextInt(options.length)]
              + text.substring(close + 1);
      close = text.indexOf('}');
    }
    return text;
  }
}
