package org.maraude.dashboard;

import java.time.Clock;
import org.maraude.dashboard.audit.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plain classes that pages and API share. */
@Configuration(proxyBeanMethods = false)
class DashboardParts {

  @Bean
  Audit audit(JdbcClient sql, Clock clock) {
    return new Audit(sql, clock);
  }
}
