package org.maraude.dashboard.pages;

import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.rules.RuleTexts;
import org.maraude.dashboard.vault.Vault;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link BesideItem} where item pages are made. */
@Configuration(proxyBeanMethods = false)
class PageParts implements WebMvcConfigurer {

  private final Queues queues;
  private final RuleTexts rules;
  private final Vault vault;

  PageParts(Queues queues, RuleTexts rules, Vault vault) {
    this.queues = queues;
    this.rules = rules;
    this.vault = vault;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new BesideItem(queues, rules, vault)).addPathPatterns("/items/**");
  }
}
