package org.maraude.dashboard.exports;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.maraude.contacts.ExportKeys;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.release.Asking;
import org.maraude.dashboard.exports.release.Budgets;
import org.maraude.dashboard.exports.release.Deciding;
import org.maraude.dashboard.exports.release.DownloadLink;
import org.maraude.dashboard.exports.release.ReleaseWork;
import org.maraude.dashboard.exports.release.Releases;
import org.maraude.dashboard.exports.release.Taking;
import org.maraude.dashboard.exports.release.VolumeClosing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The plain classes behind pages and API. */
@Configuration(proxyBeanMethods = false)
class ExportsParts {

  @Bean
  SigningKey signingKey(DashboardConfig config) {
    return new SigningKey(ExportKeys.signing(config.keyFolder()));
  }

  @Bean
  Budgets budgets(JdbcClient sql, Clock clock) {
    return new Budgets(sql, clock);
  }

  @Bean
  Releases releases(JdbcClient sql) {
    return new Releases(sql);
  }

  @Bean
  Asking asking(
      JdbcClient sql,
      TransactionTemplate transaction,
      Releases releases,
      Budgets budgets,
      Audit audit,
      Clock clock) {
    return new Asking(sql, transaction, releases, budgets, audit, clock, UUID::randomUUID);
  }

  @Bean
  Deciding deciding(
      JdbcClient sql, TransactionTemplate transaction, Releases releases, Audit audit) {
    return new Deciding(sql, transaction, releases, audit);
  }

  @Bean
  Taking taking(
      JdbcClient sql,
      TransactionTemplate transaction,
      DashboardConfig config,
      Releases releases,
      Audit audit,
      Clock clock) {
    var links = new DownloadLink(ExportKeys.signing(config.keyFolder()));
    return new Taking(sql, transaction, releases, links, audit, clock);
  }

  @Bean
  VolumeClosing volumeClosing(DataSource database, DashboardConfig config, Clock clock) {
    return Exports.volumeClosing(database, config.keyFolder(), clock);
  }

  @Bean
  ReleaseWork releaseWork(
      DataSource database, DashboardConfig config, SigningKey signingKey, Clock clock) {
    return ReleaseWork.over(
        database, ExportKeys.noise(config.keyFolder()), signingKey, OfficialAreas.read(), clock);
  }
}
