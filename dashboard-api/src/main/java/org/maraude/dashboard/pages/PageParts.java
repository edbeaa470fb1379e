package org.maraude.dashboard.pages;

import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.rules.RuleTexts;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link BesideItem} where item pages are made. */
@Configuration(proxyBeanMethods = false)
class PageParts implements WebMvcConfigurer {

  private final Queues queues;
  private final RuleTexts rules;

  PageParts(Queues queues, RuleTexts rules) {
    this.queues = queues;
    this.rules = rules;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new BesideItem(queues, rules))
        .addPathPatterns("/items/**", "/second-reads/*");
  }
}
