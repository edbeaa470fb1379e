package org.maraude.dashboard.rounds;

import java.time.Clock;
import java.util.UUID;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.vault.Ground;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The plain classes of this package, for pages and API. */
@Configuration(proxyBeanMethods = false)
class RoundParts {

  @Bean
  Rounds rounds(
      JdbcClient sql, TransactionTemplate transaction, Lookups lookups, Audit audit, Clock clock) {
    return new Rounds(sql, transaction, lookups, audit, clock);
  }

  @Bean
  RoundPlans roundPlans(
      JdbcClient sql, TransactionTemplate transaction, Lookups lookups, Audit audit, Clock clock) {
    return new RoundPlans(sql, transaction, lookups, audit, clock, UUID::randomUUID);
  }

  @Bean
  RoundChanges roundChanges(
      JdbcClient sql, TransactionTemplate transaction, Rounds rounds, Audit audit) {
    return new RoundChanges(sql, transaction, rounds, audit);
  }

  @Bean
  Attempts attempts(
      JdbcClient sql, TransactionTemplate transaction, Rounds rounds, Audit audit, Clock clock) {
    return new Attempts(sql, transaction, rounds, audit, clock, UUID::randomUUID);
  }

  @Bean
  Register register(
      JdbcClient sql,
      TransactionTemplate transaction,
      DashboardConfig config,
      Audit audit,
      Clock clock) {
    var tokens = KeyFolder.openOrCreate(config.keyFolder(), clock).tokens();
    return new Register(sql, transaction, tokens, audit, clock);
  }

  @Bean
  Ground roundGround(JdbcClient sql, Rounds rounds) {
    return new RoundGround(sql, rounds);
  }
}
