package org.maraude.standalone.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.ProviderConfig;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Role;
import org.maraude.standalone.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file that names an OpenID Connect provider.
 *
 * <pre>
 * issuer: https://login.example.org/realms/team
 * client_id: maraude
 * client_secret_file: client-secret     # or client_secret_env: NAME
 * name: Connexion de l'association      # on the button; optional
 * new_accounts: [outreach]              # optional: roles without an invitation
 * role_claim: groups                    # optional: with roles
 * roles: {maraude-lead: lead}
 * strong_methods: [mfa]                 # optional: amr or acr that stand for our second factor
 * </pre>
 *
 * <p>Paths are relative to the file.
 */
record ProviderFile(
    @Nullable String issuer,
    @JsonProperty("client_id") @Nullable String clientId,
    @JsonProperty("client_secret_file") @Nullable Path clientSecretFile,
    @JsonProperty("client_secret_env") @Nullable String clientSecretEnv,
    @Nullable String name,
    @JsonProperty("new_accounts") @Nullable List<String> newAccounts,
    @JsonProperty("role_claim") @Nullable String roleClaim,
    @Nullable Map<String, String> roles,
    @JsonProperty("strong_methods") @Nullable List<String> strongMethods) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads and checks a file.
   *
   * @throws UsageException that says what is missing or wrong, and where
   */
  static ProviderConfig read(Path file, Map<String, String> environment) {
    if (!Files.isReadable(file)) {
      throw new UsageException(
          "the provider's file %s cannot be read; check the path".formatted(file));
    }
    try {
      return YAML.readValue(file.toFile(), ProviderFile.class).checked(file, environment);
    } catch (JacksonException e) {
      var message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new UsageException("%s: %s".formatted(file, message));
    } catch (AccountException e) {
      throw new UsageException("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private ProviderConfig checked(Path file, Map<String, String> environment) {
    var at = required(issuer, file, "issuer");
    var meanings = new HashMap<String, Role>();
    if (roles != null) {
      roles.forEach((group, role) -> meanings.put(group, Role.named(role)));
    }
    if ((roleClaim == null) != meanings.isEmpty()) {
      throw new UsageException(
          "%s: role_claim and roles go together; add the other or take both out".formatted(file));
    }
    Set<Role> given = new LinkedHashSet<>();
    if (newAccounts != null) {
      newAccounts.forEach(role -> given.add(Role.named(role)));
    }
    return new ProviderConfig(
        issuer(at, file),
        required(clientId, file, "client_id"),
        secret(file, environment),
        name == null ? issuer(at, file).getHost() : name,
        given,
        roleClaim,
        meanings,
        strongMethods == null ? Set.of() : Set.copyOf(strongMethods));
  }

  private static URI issuer(String given, Path file) {
    try {
      var issuer = URI.create(given);
      boolean here = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
      if (issuer.getHost() != null
          && ("https".equals(issuer.getScheme()) || ("http".equals(issuer.getScheme()) && here))) {
        return issuer;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new UsageException(
        "%s: the issuer '%s' does not do; write its https address".formatted(file, given));
  }

  private String secret(Path file, Map<String, String> environment) {
    if ((clientSecretFile == null) == (clientSecretEnv == null)) {
      throw new UsageException(
          "%s: name either client_secret_file or client_secret_env".formatted(file));
    }
    if (clientSecretEnv != null) {
      return required(environment.get(clientSecretEnv), file, "environment " + clientSecretEnv);
    }
    var secret = file.toAbsolutePath().resolveSibling(clientSecretFile);
    try {
      return Files.readString(secret).strip();
    } catch (IOException e) {
      throw new UsageException(
          "%s: the secret's file %s cannot be read; check the path and its permissions"
              .formatted(file, secret));
    }
  }

  private static String required(@Nullable String value, Path file, String key) {
    if (value == null || value.isBlank()) {
      throw new UsageException("%s: '%s' is missing; add it".formatted(file, key));
    }
    return value;
  }
}
