package org.maraude.dashboard;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.maraude.contacts.AuditKey;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.contacts.DrawKey;
import org.maraude.contacts.KeyFolder;
import org.maraude.contacts.SignInKey;
import org.maraude.dashboard.accounts.People;
import org.maraude.dashboard.accounts.Teams;
import org.maraude.dashboard.accounts.passkeys.Passkeys;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.audit.Heads;
import org.maraude.dashboard.exports.release.VolumeClosing;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.following.CaseLists;
import org.maraude.dashboard.following.Cases;
import org.maraude.dashboard.linked.LinkedItems;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.ownday.OwnDays;
import org.maraude.dashboard.queue.Bulks;
import org.maraude.dashboard.queue.Claims;
import org.maraude.dashboard.queue.Colleagues;
import org.maraude.dashboard.queue.Decisions;
import org.maraude.dashboard.queue.DoubleReads;
import org.maraude.dashboard.queue.Draw;
import org.maraude.dashboard.queue.HandOvers;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.queue.Reversals;
import org.maraude.dashboard.queue.SavedSearches;
import org.maraude.dashboard.retention.Objections;
import org.maraude.dashboard.retention.Retention;
import org.maraude.dashboard.rules.Agreements;
import org.maraude.dashboard.rules.RuleTexts;
import org.maraude.dashboard.rules.RuleVerdicts;
import org.maraude.dashboard.rules.Verdicts;
import org.maraude.dashboard.sites.SiteOrders;
import org.maraude.dashboard.sites.Sites;
import org.maraude.dashboard.vault.Ground;
import org.maraude.dashboard.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Plain classes that pages and API share. */
@Configuration(proxyBeanMethods = false)
class DashboardParts {

  @Bean
  Audit audit(JdbcClient sql, Clock clock) {
    return new Audit(sql, clock);
  }

  @Bean
  SecondFactors secondFactors(DataSource database, DashboardConfig config, Clock clock) {
    return new SecondFactors(
        database, SignInKey.readOrCreate(config.keyFolder()), clock, new SecureRandom());
  }

  @Bean
  Passkeys passkeys(DataSource database, PublicAddress address) {
    return new Passkeys(database, address::uri);
  }

  @Bean
  People people(DataSource database, Clock clock) {
    return new People(database, clock, new SecureRandom());
  }

  @Bean
  Teams teams(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    return new Teams(sql, transaction, audit, clock, UUID::randomUUID);
  }

  @Bean
  Outbox outbox(JdbcClient sql, Clock clock) {
    return new Outbox(sql, clock);
  }

  @Bean
  Sites sites(JdbcClient sql, Clock clock) {
    return new Sites(sql, clock);
  }

  @Bean
  SiteOrders siteOrders(
      JdbcClient sql, TransactionTemplate transaction, Audit audit, Outbox outbox, Clock clock) {
    return new SiteOrders(sql, transaction, audit, outbox, clock, UUID::randomUUID);
  }

  @Bean
  Queues queues(JdbcClient sql, Clock clock) {
    return new Queues(sql, clock);
  }

  @Bean
  SavedSearches savedSearches(JdbcClient sql, Clock clock) {
    return new SavedSearches(sql, clock, UUID::randomUUID);
  }

  @Bean
  Claims claims(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    return new Claims(sql, transaction, audit, clock);
  }

  @Bean
  Items items(
      JdbcClient sql,
      TransactionTemplate transaction,
      Reversals reversals,
      Colleagues colleagues,
      OwnDays ownDays,
      Audit audit,
      Clock clock) {
    return new Items(sql, transaction, reversals, colleagues, ownDays, audit, clock);
  }

  @Bean
  OwnDays ownDays(JdbcClient sql, Clock clock) {
    return new OwnDays(sql, clock);
  }

  @Bean
  Lookups lookups(JdbcClient sql) {
    return new Lookups(sql);
  }

  @Bean
  Chain chain(DataSource database, DashboardConfig config, Clock clock) {
    return new Chain(
        database,
        AuditKey.readOrCreate(config.keyFolder()),
        Heads.in(config.secretsFolder()),
        clock);
  }

  @Bean
  Retention retention(
      DataSource database,
      DashboardConfig config,
      Chain chain,
      CaseErasure cases,
      VolumeClosing volumes,
      Clock clock) {
    return new Retention(
        database, DayKeyFiles.in(config.keyFolder()), chain, cases, volumes, clock);
  }

  @Bean
  CaseKeys caseKeys(DashboardConfig config) {
    return CaseKeys.in(config.keyFolder());
  }

  @Bean
  CaseErasure caseErasure(
      JdbcClient sql, TransactionTemplate transaction, CaseKeys keys, Clock clock) {
    return new CaseErasure(sql, transaction, keys, clock);
  }

  @Bean
  CaseLists caseLists(JdbcClient sql, CaseKeys keys, Clock clock) {
    return new CaseLists(sql, keys, clock);
  }

  @Bean
  Cases cases(
      JdbcClient sql,
      TransactionTemplate transaction,
      DashboardConfig config,
      CaseKeys caseKeys,
      Audit audit,
      Clock clock) {
    var keys = KeyFolder.openOrCreate(config.keyFolder(), clock);
    return new Cases(sql, transaction, keys, caseKeys, audit, clock, UUID::randomUUID);
  }

  @Bean
  Objections objections(
      JdbcClient sql,
      TransactionTemplate transaction,
      DashboardConfig config,
      CaseErasure cases,
      Audit audit,
      Outbox outbox,
      Clock clock) {
    var tokens = KeyFolder.openOrCreate(config.keyFolder(), clock).tokens();
    return new Objections(sql, transaction, tokens, cases, audit, outbox, clock, UUID::randomUUID);
  }

  @Bean
  LinkedItems linkedItems(JdbcClient sql, Items items, Audit audit) {
    return new LinkedItems(sql, items, audit);
  }

  @Bean
  Vault vault(
      JdbcClient sql,
      TransactionTemplate transaction,
      DashboardConfig config,
      Claims claims,
      Ground ground,
      Audit audit,
      Clock clock) {
    var opener = KeyFolder.openOrCreate(config.keyFolder(), clock).opener();
    return new Vault(sql, transaction, opener, claims, ground, audit, clock, UUID::randomUUID);
  }

  @Bean
  RuleVerdicts ruleVerdicts(JdbcClient sql, RuleTexts texts) {
    return new RuleVerdicts(new Verdicts(sql), texts);
  }

  @Bean
  Agreements agreements(JdbcClient sql) {
    return new Agreements(sql);
  }

  @Bean
  Colleagues colleagues(JdbcClient sql) {
    return new Colleagues(sql);
  }

  @Bean
  HandOvers handOvers(
      JdbcClient sql,
      TransactionTemplate transaction,
      Colleagues colleagues,
      Audit audit,
      Clock clock) {
    return new HandOvers(sql, transaction, colleagues, audit, clock);
  }

  @Bean
  Reversals reversals(
      JdbcClient sql, TransactionTemplate transaction, Audit audit, Outbox outbox, Clock clock) {
    return new Reversals(sql, transaction, audit, outbox, clock, UUID::randomUUID);
  }

  @Bean
  Bulks bulks(
      JdbcClient sql,
      TransactionTemplate transaction,
      Queues queues,
      Claims claims,
      Decisions decisions,
      Reversals reversals,
      Clock clock) {
    return new Bulks(
        sql, transaction, queues, claims, decisions, reversals, clock, UUID::randomUUID);
  }

  @Bean
  DoubleReads doubleReads(
      JdbcClient sql,
      TransactionTemplate transaction,
      DashboardConfig config,
      Audit audit,
      Clock clock) {
    var draw = Draw.by(DrawKey.readOrCreate(config.keyFolder()));
    return new DoubleReads(sql, transaction, draw, audit, clock, UUID::randomUUID);
  }

  @Bean
  Decisions decisions(
      JdbcClient sql,
      TransactionTemplate transaction,
      DoubleReads doubleReads,
      Audit audit,
      Outbox outbox,
      Clock clock) {
    return new Decisions(sql, transaction, doubleReads, audit, outbox, clock, UUID::randomUUID);
  }
}
