package org.maraude.dashboard.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.dashboard.referral.CripTable;
import org.maraude.dashboard.referral.MinorItems;
import org.maraude.dashboard.referral.Route;
import org.maraude.dashboard.referral.SecondLooks;
import org.maraude.dashboard.referral.Tellings;
import org.maraude.dashboard.referral.TypedTelling;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds to a possible minor's page where it stands ({@code path}), who was told ({@code tellings},
 * {@code typed}), the department's CRIP ({@code crip}) and whether a second reading is awaited from
 * this reader ({@code mayLook}); to the minor queue, the referrals that await one ({@code
 * awaited}).
 */
final class BesideMinor implements HandlerInterceptor {

  private final MinorItems minors;
  private final Tellings tellings;
  private final SecondLooks looks;
  private final CripTable crips;
  private final Clock clock;

  BesideMinor(
      MinorItems minors, Tellings tellings, SecondLooks looks, CripTable crips, Clock clock) {
    this.minors = minors;
    this.tellings = tellings;
    this.looks = looks;
    this.crips = crips;
    this.clock = clock;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (view == null
        || !(request.getUserPrincipal() instanceof Authentication by)
        || !(by.getPrincipal() instanceof SignedIn reader)) {
      return;
    }
    var model = view.getModel();
    if (model.get("item") instanceof ItemPage item
        && item.queue() == QueueKind.MINOR
        && !minors.mustStayBlind(item.id(), reader.person())) {
      item(item, reader.person(), view);
    } else if (model.get("queue") == QueueKind.MINOR && model.containsKey("query")) {
      view.addObject("awaited", looks.awaited(reader.person()));
    }
  }

  private void item(ItemPage item, Person reader, ModelAndView view) {
    view.addObject("path", minors.path(item.id(), reader));
    view.addObject("tellings", tellings.of(item.id(), reader));
    view.addObject("mayLook", looks.mayLook(item.id(), reader));
    view.addObject("routes", Route.values());
    view.getModelMap().putIfAbsent("typed", TypedTelling.empty(clock.instant()));
    var departement = item.departement();
    view.addObject("crip", departement == null ? null : crips.of(departement).orElse(null));
  }
}
