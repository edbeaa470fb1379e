package org.maraude.dashboard.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.linked.LinkedItems;
import org.maraude.dashboard.linked.PlaceLine;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.dashboard.queue.QueueQuery;
import org.maraude.dashboard.queue.QueueRow;
import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.rounds.Attempts;
import org.maraude.dashboard.rules.RuleTexts;
import org.maraude.dashboard.security.SignedIn;
import org.maraude.dashboard.vault.Purpose;
import org.maraude.dashboard.vault.Vault;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Adds to an item's page what stands beside it: the queue it was taken from ({@code items}), which
 * one to open next ({@code nextItem}), and what its rules say ({@code explanations}, by rule), when
 * its contacts were opened ({@code openings}), a number for the next opening ({@code once}), and
 * what shares something with it ({@code linked}, {@code placeLine}), and what was tried under its
 * contacts ({@code earlier}, {@code contactsByToken}).
 */
final class BesideItem implements HandlerInterceptor {

  private final Queues queues;
  private final RuleTexts rules;
  private final Vault vault;
  private final LinkedItems linked;
  private final Attempts attempts;

  BesideItem(Queues queues, RuleTexts rules, Vault vault, LinkedItems linked, Attempts attempts) {
    this.attempts = attempts;
    this.linked = linked;
    this.queues = queues;
    this.rules = rules;
    this.vault = vault;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (view == null
        || !(view.getModel().get("item") instanceof ItemPage item)
        || !(request.getUserPrincipal() instanceof Authentication by)
        || !(by.getPrincipal() instanceof SignedIn reader)) {
      return;
    }
    var rows = queues.list(item.queue(), QueueQuery.EVERYTHING_OPEN, reader.person()).items();
    view.addObject("items", rows);
    view.addObject("nextItem", next(rows, item.id()).orElse(null));
    var ads = linked.of(item.id(), reader.person());
    view.addObject("linked", ads);
    view.addObject("earlier", attempts.earlier(item.id(), reader.person()));
    view.addObject("contactsByToken", masked(item));
    view.addObject("placeLine", PlaceLine.of(ads));
    view.addObject("openings", vault.of(item.id()));
    view.addObject("purposes", Purpose.values());
    view.addObject("once", UUID.randomUUID());
    view.addObject("explanations", explanations(item, RequestContextUtils.getLocale(request)));
  }

  private static Map<String, String> masked(ItemPage item) {
    return item.contacts().stream()
        .collect(
            Collectors.toMap(
                ItemPage.MaskedContact::token,
                ItemPage.MaskedContact::masked,
                (one, other) -> one));
  }

  /** The first free one after this, else the first free one from the top. */
  static Optional<UUID> next(List<QueueRow> rows, UUID here) {
    var after = rows.stream().dropWhile(row -> !row.id().equals(here));
    return Stream.concat(after, rows.stream())
        .filter(row -> row.claim().free() && !row.id().equals(here))
        .map(QueueRow::id)
        .findFirst();
  }

  private Map<String, RuleWords> explanations(ItemPage item, Locale locale) {
    var references =
        Stream.concat(item.signals().stream(), item.protective().stream())
            .map(sign -> new RuleTexts.Reference(sign.rule(), sign.version()))
            .distinct()
            .toList();
    var byRule = new HashMap<String, RuleWords>();
    rules
        .of(references)
        .forEach((reference, text) -> byRule.put(reference.rule(), RuleWords.of(text, locale)));
    return byRule;
  }
}
