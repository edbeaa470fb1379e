package org.maraude.dashboard;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.DemoLogin;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.exports.release.ReleaseWork;
import org.maraude.dashboard.outbox.OutboxRelay;
import org.maraude.dashboard.retention.Retention;
import org.maraude.dashboard.schema.Schema;
import org.maraude.dashboard.sink.Sink;
import org.maraude.dashboard.work.Repeated;
import org.maraude.events.TopicPlan;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The review pages and their API, with what feeds them. It lives in its host's JVM as a guest: it
 * leaves logging and signals alone.
 *
 * <pre>{@code
 * try (var dashboard = Dashboard.start(config)) {
 *   System.out.println(dashboard.url());
 * }
 * }</pre>
 */
public final class Dashboard implements AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final short REPLICATION = 1;
  private static final Duration LINKED_WITHIN = Duration.ofMillis(500);
  private static final Duration EXPORTS_EVERY = Duration.ofSeconds(1);
  private static final Duration ERASES_EVERY = Duration.ofHours(1);

  private final HikariDataSource database;
  private final ConfigurableApplicationContext web;
  private final Sink sink;
  private final OutboxRelay relay;
  private final Repeated chain;
  private final Repeated erasing;
  private final Repeated exports;
  private final URI url;
  private final List<DemoLogin> demoLogins;
  private final @Nullable URI enrolmentLink;

  private Dashboard(
      HikariDataSource database,
      ConfigurableApplicationContext web,
      Sink sink,
      OutboxRelay relay,
      Repeated chain,
      Repeated erasing,
      Repeated exports,
      URI url,
      List<DemoLogin> demoLogins,
      @Nullable URI enrolmentLink) {
    this.database = database;
    this.web = web;
    this.sink = sink;
    this.relay = relay;
    this.chain = chain;
    this.erasing = erasing;
    this.exports = exports;
    this.url = url;
    this.demoLogins = demoLogins;
    this.enrolmentLink = enrolmentLink;
  }

  /**
   * Brings the tables up to date, makes the first users and starts pages and API. Returns when they
   * answer.
   *
   * @throws DashboardStartException when the port is taken or the database does not answer
   */
  public static Dashboard start(DashboardConfig config) {
    var database = connect(config);
    try {
      createTopics(config);
      Schema.migrate(database);
      var accounts = Accounts.over(database, config.clock(), new SecureRandom());
      var logins =
          config.demo() ? accounts.demoUsers(config.secretsFolder()) : List.<DemoLogin>of();
      var enrolment = accounts.firstEnrolment();
      var web = web(config, database, accounts);
      var url = URI.create("http://localhost:" + portOf(web));
      return new Dashboard(
          database,
          web,
          Sink.start(config.bootstrapServers(), config.instanceId(), database, config.clock()),
          OutboxRelay.start(
              config.bootstrapServers(),
              web.getBean(JdbcClient.class),
              web.getBean(TransactionTemplate.class)),
          linking(web),
          erasing(web),
          exporting(web),
          url,
          logins,
          enrolment.map(token -> web.getBean(PublicAddress.class).enrolment(token)).orElse(null));
    } catch (RuntimeException e) {
      database.close();
      throw explained(e, config);
    }
  }

  /** Where the pages are. */
  public URI url() {
    return url;
  }

  /** The demo's log-ins, also at a later start; empty where it is no demo. */
  public List<DemoLogin> demoLogins() {
    return demoLogins;
  }

  /** The way in for the first admin, valid for an hour; empty when there are users. */
  public Optional<URI> enrolmentLink() {
    return Optional.ofNullable(enrolmentLink);
  }

  /** For tests that look at every path there is. */
  ConfigurableApplicationContext web() {
    return web;
  }

  /** Stops within 3 s; what was not taken in yet is taken in after the next start. */
  @Override
  public void close() {
    sink.close();
    relay.close();
    erasing.close();
    exports.close();
    web.close();
    chain.close();
    database.close();
  }

  private static void createTopics(DashboardConfig config) {
    try (var admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers()))) {
      new TopicPlan(config.partitions(), REPLICATION).create(admin);
    } catch (RuntimeException e) {
      throw new DashboardStartException(
          "Kafka at %s does not answer; is the broker up and the address right?"
              .formatted(config.bootstrapServers()),
          e);
    }
  }

  private static Repeated linking(ConfigurableApplicationContext web) {
    var chain = web.getBean(Chain.class);
    return Repeated.start("audit's chain", LINKED_WITHIN, () -> chain.extend() == Chain.BATCH);
  }

  private static Repeated erasing(ConfigurableApplicationContext web) {
    var retention = web.getBean(Retention.class);
    return Repeated.start(
        "erasing",
        ERASES_EVERY,
        () -> {
          retention.runWhenDue();
          return false;
        });
  }

  private static Repeated exporting(ConfigurableApplicationContext web) {
    var work = web.getBean(ReleaseWork.class);
    return Repeated.start("exports", EXPORTS_EVERY, work::step);
  }

  private static HikariDataSource connect(DashboardConfig config) {
    var settings = new HikariConfig();
    settings.setPoolName("dashboard");
    settings.setJdbcUrl(config.jdbcUrl());
    settings.setUsername(config.dbUser());
    settings.setPassword(config.dbPassword());
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.addDataSourceProperty("reWriteBatchedInserts", "true");
    try {
      return new HikariDataSource(settings);
    } catch (RuntimeException e) {
      throw new DashboardStartException(
          "the database at %s does not answer or refuses the log-in; is it up, are user and"
                  .formatted(config.jdbcUrl())
              + " password right?",
          e);
    }
  }

  private static ConfigurableApplicationContext web(
      DashboardConfig config, DataSource database, Accounts accounts) {
    var application = new SpringApplication(DashboardApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    application.addInitializers(context -> {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("maraude", WebSettings.of(config)));
      var beans = (GenericApplicationContext) context;
      beans.registerBean(DashboardConfig.class, () -> config);
      beans.registerBean(Clock.class, config::clock);
      beans.registerBean(Accounts.class, () -> accounts);
      // Closed by its owner, after everything that uses it.
      beans.registerBean(
          "dataSource",
          DataSource.class,
          () -> database,
          definition ->
              ((org.springframework.beans.factory.support.AbstractBeanDefinition) definition)
                  .setDestroyMethodName(""));
    });
    return application.run();
  }

  private static int portOf(ConfigurableApplicationContext web) {
    var server = ((WebServerApplicationContext) web).getWebServer();
    if (server == null) {
      throw new IllegalStateException("the web server did not start");
    }
    return server.getPort();
  }

  private static RuntimeException explained(RuntimeException e, DashboardConfig config) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return new DashboardStartException(
            "port %d is in use; stop the program that has it or choose another port"
                .formatted(config.port()),
            e);
      }
      if (cause instanceof Schema.NewerDataException newer) {
        return new DashboardStartException(String.valueOf(newer.getMessage()), newer);
      }
    }
    return e;
  }
}
