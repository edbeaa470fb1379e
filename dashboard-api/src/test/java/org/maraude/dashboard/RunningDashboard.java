package org.maraude.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.SealedContact;
import org.maraude.testkit.KafkaForTests;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole dashboard with broker and database of its own, and what a test does with it. */
public final class RunningDashboard implements AutoCloseable {

  public static final JsonMapper JSON = JsonMapper.shared();

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaForTests kafka;
  private final KafkaProducer<String, byte[]> producer;
  private final DriverManagerDataSource database;
  private DashboardConfig config;
  private final HttpClient scripts = HttpClient.newHttpClient();
  private Dashboard dashboard;

  private RunningDashboard(Path folder, SignInConfig signIn) {
    this.kafka = KafkaForTests.start();
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    var fresh = PostgresForTests.fresh();
    this.database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
    this.config =
        new DashboardConfig(
            kafka.bootstrapServers(),
            fresh.jdbcUrl(),
            fresh.user(),
            fresh.password(),
            folder,
            folder,
            0,
            true,
            2,
            "dashboard-test",
            signIn,
            Clock.systemUTC());
    this.dashboard = Dashboard.start(config);
  }

  public static RunningDashboard start(Path folder) {
    return start(folder, SignInConfig.NONE);
  }

  public static RunningDashboard start(Path folder, SignInConfig signIn) {
    return new RunningDashboard(folder, signIn);
  }

  public Dashboard dashboard() {
    return dashboard;
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  public DriverManagerDataSource database() {
    return database;
  }

  public JdbcClient sql() {
    return JdbcClient.create(database);
  }

  /** Stops the dashboard, does something, and starts it again on the same broker and database. */
  public void restart(Runnable between) {
    dashboard.close();
    between.run();
    dashboard = Dashboard.start(config);
  }

  /** A contact as the analyzer would seal it today, under keys that this dashboard holds. */
  public SealedContact sealed(String phone) {
    var contact = new CanonicalContact(ContactKind.PHONE, phone);
    var keys = KeyFolder.openOrCreate(config.keyFolder(), Clock.systemUTC());
    return new SealedContact(
        org.maraude.events.assessment.ContactKind.PHONE,
        keys.tokens().token(contact),
        keys.sealer().seal(contact),
        contact.masked(),
        true,
        List.of(),
        null);
  }

  /** Starts it again with other ways in. */
  public void restartWith(SignInConfig signIn) {
    restart(() -> config = config.withSignIn(signIn));
  }

  public String token(String name, Role role) {
    return Accounts.over(database, Clock.systemUTC(), new SecureRandom()).issueToken(name, role);
  }

  public void publish(Topic topic, String key, Event event) {
    publish(topic, key, EventJson.write(event));
  }

  public void publish(Topic topic, String key, byte @Nullable [] value) {
    try {
      producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Many at once. */
  public void publishAll(Topic topic, List<Assessment> assessments) {
    for (var assessment : assessments) {
      producer.send(
          new ProducerRecord<>(topic.topicName(), assessment.adId(), EventJson.write(assessment)));
    }
    producer.flush();
  }

  /** Waits until something is so, and fails loudly when it never is. */
  public static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it never came to be that " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  public void awaitItems(long count) {
    await(count + " items are stored", () -> count("select count(*) from items") == count);
  }

  public long count(String query) {
    return sql().sql(query).query(Long.class).single();
  }

  /** A script's request. */
  public HttpResponse<String> call(
      String method,
      String path,
      @Nullable String token,
      @Nullable String json,
      String... headers) {
    var request =
        HttpRequest.newBuilder(dashboard.url().resolve(path))
            .method(
                method,
                json == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(scripts, request.build());
  }

  public HttpResponse<String> get(String path, @Nullable String token) {
    return call("GET", path, token, null);
  }

  /** What a file holds. */
  public byte[] bytes(String path, String token) {
    var request =
        HttpRequest.newBuilder(dashboard.url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return scripts.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(String path, @Nullable String token, @Nullable String json) {
    return call("POST", path, token, json);
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  /** A person with a browser's cookies who has not logged in. */
  public Browser browser() {
    return new Browser();
  }

  /** Keeps cookies, fetches the CSRF token as a page's form holds it. */
  public final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The cookies as a header. */
    public String cookie() {
      return cookies.getCookieStore().getCookies().stream()
          .map(each -> each.getName() + "=" + each.getValue())
          .collect(java.util.stream.Collectors.joining("; "));
    }

    public HttpResponse<String> get(String path) {
      return send(http, HttpRequest.newBuilder(dashboard.url().resolve(path)).build());
    }

    /** Posts a form as it stands on the page at {@code formPath}. */
    public HttpResponse<String> submit(String formPath, String path, Map<String, String> fields) {
      var form = CSRF.matcher(get(formPath).body());
      if (!form.find()) {
        throw new AssertionError("no form with a CSRF token at " + formPath);
      }
      return post(path, fields, form.group(1));
    }

    public HttpResponse<String> post(
        String path, Map<String, String> fields, @Nullable String csrf) {
      var body = new StringBuilder();
      fields.forEach((name, value) -> append(body, name, value));
      if (csrf != null) {
        append(body, "_csrf", csrf);
      }
      return send(
          http,
          HttpRequest.newBuilder(dashboard.url().resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build());
    }

    public HttpResponse<String> logIn(String name, String password) {
      return submit("/login", "/login", Map.of("username", name, "password", password));
    }

    /** Logs in as the demo's user. */
    public Browser as(String name) {
      var login =
          dashboard.demoLogins().stream()
              .filter(demo -> demo.name().equals(name))
              .findFirst()
              .orElseThrow();
      var answer = logIn(name, login.password());
      var target = answer.headers().firstValue("Location").map(URI::create).orElseThrow();
      if (!target.getPath().equals("/")) {
        throw new AssertionError("the log-in of " + name + " led to " + target);
      }
      return this;
    }

    private static void append(StringBuilder body, String name, String value) {
      body.append(body.isEmpty() ? "" : "&")
          .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException("no answer to " + request, e);
    }
  }

  @Override
  public void close() {
    dashboard.close();
    producer.close();
    scripts.close();
    kafka.close();
  }
}
