package org.maraude.dashboard.prevention;

import java.time.Clock;
import java.util.UUID;
import org.maraude.dashboard.audit.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The plain classes of this package, for pages and API. */
@Configuration(proxyBeanMethods = false)
class PreventionParts {

  @Bean
  Campaigns campaigns(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    return new Campaigns(sql, transaction, audit, clock, UUID::randomUUID);
  }

  @Bean
  Posts posts(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Audit audit,
      Clock clock) {
    return new Posts(sql, transaction, campaigns, audit, clock, UUID::randomUUID);
  }

  @Bean
  Pictures pictures(
      JdbcClient sql, TransactionTemplate transaction, Posts posts, Audit audit, Clock clock) {
    return new Pictures(sql, transaction, posts, audit, clock, UUID::randomUUID);
  }

  @Bean
  Partners partners(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Posts posts,
      Audit audit) {
    return new Partners(sql, transaction, campaigns, posts, audit, UUID::randomUUID);
  }

  @Bean
  Interactions interactions(
      JdbcClient sql, TransactionTemplate transaction, Posts posts, Audit audit, Clock clock) {
    return new Interactions(sql, transaction, posts, audit, clock);
  }

  @Bean
  Conversations conversations(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Audit audit,
      Clock clock) {
    return new Conversations(sql, transaction, campaigns, audit, clock);
  }

  @Bean
  PlatformImports platformImports(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Audit audit,
      Clock clock) {
    return new PlatformImports(sql, transaction, campaigns, audit, clock, UUID::randomUUID);
  }

  @Bean
  Outcomes outcomes(
      Campaigns campaigns,
      Posts posts,
      Interactions interactions,
      Partners partners,
      Conversations conversations,
      Clock clock) {
    return new Outcomes(campaigns, posts, interactions, partners, conversations, clock);
  }
}
