package org.maraude.benchmarks.matching;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.maraude.benchmarks.matching.Engine.Place;

/**
 * Engines for phrases in text that is lower-case already: they fold nothing, undo no disguise and
 * know neither distances nor guards.
 */
final class PhraseEngines {

  private PhraseEngines() {}

  /** One pattern of {@code java.util.regex} a rule, one after the other. */
  static Engine regex(Map<String, List<String>> rules) {
    var patterns = new TreeMap<String, List<Pattern>>();
    rules.forEach((rule, phrases) ->
        patterns.put(
            rule,
            phrases.stream().map(phrase -> Pattern.compile("\\b" + phrase + "\\b")).toList()));
    return ad -> {
      var places = new HashSet<Place>();
      patterns.forEach((rule, own) -> {
        for (var pattern : own) {
          var found = pattern.matcher(ad);
          while (found.find()) {
            places.add(new Place(rule, found.start(), found.end()));
          }
        }
      });
      return places;
    };
  }

  static Engine ahoCorasick(Map<String, List<String>> rules) {
    var byPhrase = new TreeMap<String, List<String>>();
    rules.forEach((rule, phrases) ->
        phrases.forEach(
            phrase -> byPhrase.computeIfAbsent(phrase, key -> new ArrayList<>()).add(rule)));
    var trie = new AhoCorasickDoubleArrayTrie<List<String>>();
    trie.build(byPhrase);
    return ad -> {
      var places = new HashSet<Place>();
      trie.parseText(
          ad,
          (start, end, own) -> {
            if (isWhole(ad, start, end)) {
              own.forEach(rule -> places.add(new Place(rule, start, end)));
            }
          });
      return places;
    };
  }

  private static boolean isWhole(String ad, int start, int end) {
    return (start == 0 || !Character.isLetter(ad.charAt(start - 1)))
        && (end == ad.length() || !Character.isLetter(ad.charAt(end)));
  }

  static Engine hyperscan(Map<String, List<String>> rules) throws CompileErrorException {
    var expressions = new ArrayList<Expression>();
    var owners = new ArrayList<String>();
    rules.forEach((rule, phrases) ->
        phrases.forEach(phrase -> {
          expressions.add(
              new Expression(
                  "\\b" + phrase + "\\b", EnumSet.of(ExpressionFlag.SOM_LEFTMOST), owners.size()));
          owners.add(rule);
        }));
    var database = Database.compile(expressions);
    var scanner = new Scanner();
    scanner.allocScratch(database);
    return new Engine() {
      @Override
      public Set<Place> match(String ad) {
        var places = new HashSet<Place>();
        for (var found : scanner.scan(database, ad)) {
          places.add(
              new Place(
                  owners.get(found.getMatchedExpression().getId()),
                  (int) found.getStartPosition(),
                  (int) found.getEndPosition() + 1));
        }
        return places;
      }

      @Override
      public void close() {
        scanner.close();
        database.close();
      }
    };
  }
}
