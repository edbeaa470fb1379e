package org.maraude.crawler.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Where a field stands, with fallbacks tried in order:
 *
 * <pre>
 *   h1                      the text of the first match
 *   time@datetime           an attribute of the first match
 *   &#64;data-id                an attribute of the part itself, or of the first below that has it
 *   url:/ad/(\d+)           the first group in the page's URL
 *   a | b                   b where a yields nothing; spaces around the bar
 * </pre>
 *
 * Immutable, thread safe.
 */
public final class FieldRule {

  private static final Pattern ATTRIBUTE = Pattern.compile("(.*)@([A-Za-z_:][-A-Za-z0-9_:.]*)");
  private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}]");

  private sealed interface Way {
    /** As the site file has it. */
    String rule();

    record Text(String rule, Evaluator select) implements Way {}

    record Attribute(String rule, @Nullable Evaluator select, String name) implements Way {}

    record Url(String rule, Pattern pattern) implements Way {}
  }

  /** What a rule found, and which of its alternatives did. */
  public sealed interface Found {
    /** An element, to be read as text. */
    record InElement(Element element, String by) implements Found {}

    /** An attribute's value or a part of the URL, as it is. */
    record Value(String value, String by) implements Found {}
  }

  private final List<Way> ways;
  private final boolean required;

  private FieldRule(List<Way> ways, boolean required) {
    this.ways = ways;
    this.required = required;
  }

  /**
   * Compiles a rule.
   *
   * @throws IllegalArgumentException with what is wrong, in a few words
   */
  static FieldRule compile(String rule, boolean required) {
    var ways = new ArrayList<Way>();
    for (var part : rule.split("\\s+\\|\\s+", -1)) {
      ways.add(way(part.strip()));
    }
    return new FieldRule(List.copyOf(ways), required);
  }

  private static Way way(String part) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException("an alternative is empty");
    }
    if (part.startsWith("url:")) {
      return new Way.Url(part, pattern(part.substring("url:".length())));
    }
    var attribute = ATTRIBUTE.matcher(part);
    if (attribute.matches()) {
      var select = attribute.group(1).strip();
      return new Way.Attribute(
          part, select.isEmpty() ? null : selector(select), attribute.group(2));
    }
    return new Way.Text(part, selector(part));
  }

  static Evaluator selector(String css) {
    try {
      return Selector.evaluatorOf(css);
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not a CSS selector that jsoup reads".formatted(css), e);
    }
  }

  static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' is not a regular expression: %s".formatted(regex, e.getDescription()), e);
    }
  }

  /** Whether a page without this field is not read as an ad. */
  public boolean required() {
    return required;
  }

  /** The first alternative that yields something that is not blank. */
  public Optional<Found> find(Element part, String url) {
    for (var way : ways) {
      var found = find(way, part, url);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Found find(Way way, Element part, String url) {
    return switch (way) {
      case Way.Text(var rule, var select) -> {
        var element = part.selectFirst(select);
        yield element == null || !shows(element.text()) ? null : new Found.InElement(element, rule);
      }
      case Way.Attribute(var rule, var select, var name) ->
          value(attribute(part, select, name), rule);
      case Way.Url(var rule, var pattern) -> {
        var match = pattern.matcher(url);
        yield match.find() ? value(match.group(match.groupCount() > 0 ? 1 : 0), rule) : null;
      }
    };
  }

  private static @Nullable String attribute(Element part, @Nullable Evaluator select, String name) {
    if (select != null) {
      var element = part.selectFirst(select);
      return element == null ? null : element.attr(name);
    }
    if (part.hasAttr(name)) {
      return part.attr(name);
    }
    var below = part.selectFirst("[" + name.replace(":", "\\:") + "]");
    return below == null ? null : below.attr(name);
  }

  // isBlank takes a no-break space for a letter.
  private static boolean shows(String text) {
    return VISIBLE.matcher(text).find();
  }

  private static @Nullable Found value(@Nullable String value, String rule) {
    return value == null || !shows(value) ? null : new Found.Value(value.strip(), rule);
  }
}
