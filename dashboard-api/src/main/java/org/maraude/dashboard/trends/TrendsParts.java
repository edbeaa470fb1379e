package org.maraude.dashboard.trends;

import java.time.Clock;
import java.util.UUID;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.rules.RuleTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The plain classes behind page and API. */
@Configuration(proxyBeanMethods = false)
class TrendsParts {

  @Bean
  Bands bands(JdbcClient sql) {
    return new Bands(sql);
  }

  @Bean
  BandBook bandBook(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    return new BandBook(sql, transaction, audit, clock, UUID::randomUUID);
  }

  @Bean
  Lifetimes lifetimes(JdbcClient sql, Clock clock) {
    return new Lifetimes(sql, clock);
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
