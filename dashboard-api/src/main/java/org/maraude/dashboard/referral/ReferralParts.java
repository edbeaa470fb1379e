package org.maraude.dashboard.referral;

import java.time.Clock;
import java.util.UUID;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.rules.RuleTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The plain classes of this package, for pages and API. */
@Configuration(proxyBeanMethods = false)
class ReferralParts {

  @Bean
  MinorItems minorItems(JdbcClient sql, Items items, Clock clock) {
    return new MinorItems(sql, items, clock);
  }

  @Bean
  Tellings tellings(
      JdbcClient sql,
      TransactionTemplate transaction,
      MinorItems minors,
      Audit audit,
      Clock clock) {
    return new Tellings(sql, transaction, minors, audit, clock, UUID::randomUUID);
  }

  @Bean
  SecondLooks secondLooks(
      JdbcClient sql,
      TransactionTemplate transaction,
      MinorItems minors,
      Audit audit,
      Clock clock) {
    return new SecondLooks(sql, transaction, minors, audit, clock);
  }

  @Bean
  CripTable cripTable(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    return new CripTable(sql, transaction, audit, clock);
  }

  @Bean
  Notes notes(
      MinorItems minors,
      Items items,
      RuleTexts rules,
      MessageSource messages,
      Audit audit,
      Clock clock) {
    return new Notes(minors, items, rules, messages, audit, clock);
  }
}
