package org.maraude.dashboard.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.ProviderConfig;
import org.maraude.dashboard.PublicAddress;
import org.maraude.dashboard.accounts.Role;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider, asked for its addresses when somebody first wants to log in with it: a console must
 * start while its provider is down. Thread safe.
 */
final class Provider {

  static final String ID = "provider";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FOUND = 200;

  private final ProviderConfig config;
  private final PublicAddress address;
  private volatile @Nullable ClientRegistration known;

  Provider(ProviderConfig config, PublicAddress address) {
    this.config = config;
    this.address = address;
  }

  /** What keeps the provider from being used; the message says what to look at. */
  static final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
      super(message);
    }
  }

  /**
   * The registration, asked for once it is needed.
   *
   * @throws UnreachableException when the provider does not answer as one
   */
  ClientRegistration registration() {
    var before = known;
    if (before != null) {
      return before;
    }
    var found =
        ClientRegistrations.fromOidcConfiguration(discovered())
            .registrationId(ID)
            .clientId(config.clientId())
            .clientSecret(config.clientSecret())
            .clientName(config.name())
            .scope("openid", "profile")
            .redirectUri(address.uri().resolve("/login/oauth2/code/" + ID).toString())
            .build();
    known = found;
    return found;
  }

  private Map<String, Object> discovered() {
    var issuer = config.issuer().toString();
    var at =
        URI.create(
            (issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration");
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(at).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != FOUND) {
        throw new UnreachableException("%s answers %d".formatted(at, answer.statusCode()));
      }
      var said =
          JsonMapper.shared().readValue(answer.body(), new TypeReference<Map<String, Object>>() {});
      if (!issuer.equals(said.get("issuer"))) {
        throw new UnreachableException(
            "%s says that its issuer is another; write it as the provider does".formatted(at));
      }
      return said;
    } catch (IOException e) {
      throw new UnreachableException(
          "%s does not answer (%s)".formatted(at, e.getClass().getSimpleName()));
    } catch (JacksonException e) {
      throw new UnreachableException("%s answers something that is no JSON".formatted(at));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted");
    }
  }

  /** Whether the provider has seen a second factor of a kind that does here. */
  boolean strong(@Nullable List<String> methods, @Nullable String level) {
    var seen = new LinkedHashSet<String>(methods == null ? List.of() : methods);
    if (level != null) {
      seen.add(level);
    }
    return seen.stream().anyMatch(config.strongMethods()::contains);
  }

  /** The configuration. */
  ProviderConfig config() {
    return config;
  }

  /** The roles that the groups of the claim's value mean here. */
  Set<Role> roles(@Nullable Object claim) {
    var roles = new LinkedHashSet<Role>();
    var groups = claim instanceof Iterable<?> many ? many : List.of(String.valueOf(claim));
    for (var group : groups) {
      var role = config.roles().get(String.valueOf(group));
      if (role != null) {
        roles.add(role);
      }
    }
    return roles;
  }
}
