package org.maraude.dashboard.pages;

import java.time.Clock;
import org.maraude.dashboard.linked.LinkedItems;
import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.referral.CripTable;
import org.maraude.dashboard.referral.MinorItems;
import org.maraude.dashboard.referral.SecondLooks;
import org.maraude.dashboard.referral.Tellings;
import org.maraude.dashboard.rounds.Attempts;
import org.maraude.dashboard.rules.RuleTexts;
import org.maraude.dashboard.vault.Vault;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link BesideItem} and {@link BesideMinor} where item pages are made. */
@Configuration(proxyBeanMethods = false)
class PageParts implements WebMvcConfigurer {

  private final Queues queues;
  private final RuleTexts rules;
  private final Vault vault;
  private final LinkedItems linked;
  private final Attempts attempts;

  private final BesideMinor besideMinor;

  PageParts(
      Queues queues,
      RuleTexts rules,
      Vault vault,
      LinkedItems linked,
      Attempts attempts,
      MinorItems minors,
      Tellings tellings,
      SecondLooks looks,
      CripTable crips,
      Clock clock) {
    this.queues = queues;
    this.rules = rules;
    this.vault = vault;
    this.linked = linked;
    this.attempts = attempts;
    this.besideMinor = new BesideMinor(minors, tellings, looks, crips, clock);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new BesideItem(queues, rules, vault, linked, attempts))
        .addPathPatterns("/items/**", "/second-reads/*");
    registry.addInterceptor(besideMinor).addPathPatterns("/items/**", "/queues/**");
  }
}
