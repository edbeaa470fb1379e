package org.maraude.dashboard.trends;

import java.time.Clock;
import org.maraude.dashboard.rules.RuleTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plain classes behind page and API. */
@Configuration(proxyBeanMethods = false)
class TrendsParts {

  @Bean
  Bands bands(JdbcClient sql) {
    return new Bands(sql);
  }

  @Bean
  Volumes volumes(JdbcClient sql, Bands bands, Clock clock) {
    return new Volumes(sql, bands, clock);
  }

  @Bean
  RuleTexts ruleTexts(JdbcClient sql) {
    return new RuleTexts(sql);
  }
}
