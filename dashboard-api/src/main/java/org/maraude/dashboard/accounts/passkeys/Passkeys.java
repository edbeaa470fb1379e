package org.maraude.dashboard.accounts.passkeys;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.maraude.dashboard.accounts.Person;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passkeys of people: made, asked, listed, removed. Every challenge is for one session, which
 * keeps it and hands it back once. Thread safe.
 */
public final class Passkeys {

  private static final int LONGEST_LABEL = 64;
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Supplier<URI> address;

  /**
   * @param address under which people reach the console: its host is the relying party's id, its
   *     scheme, host and port are the only origin; asked for each time
   */
  public Passkeys(DataSource database, Supplier<URI> address) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.address = address;
  }

  /** The passkeys of a person, oldest first. */
  public List<Passkey> of(UUID person) {
    return sql.sql(
            """
            select id, label, created_at, last_used_at, backed_up from passkeys
            where user_id = ? order by created_at, id\
            """)
        .param(person)
        .query((row, n) ->
            new Passkey(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getBoolean("backed_up")))
        .list();
  }

  /** What a device needs to make a passkey for this person. */
  public PublicKeyCredentialCreationOptions creation(Person person) {
    return operations()
        .createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(known(person)));
  }

  /**
   * Keeps the passkey that a device made.
   *
   * @param asked what the session kept of {@link #creation}
   * @param answer of the browser, {@code PublicKeyCredential.toJSON()}
   * @param label by which its owner knows it again; cut to 64 characters
   * @throws PasskeyRefusedException when it was made for somebody else or another address, or is
   *     known already
   */
  public void register(
      Person person, PublicKeyCredentialCreationOptions asked, String answer, String label) {
    if (!asked.getUser().getId().equals(PasskeyOwners.handle(person.id()))) {
      throw new PasskeyRefusedException("the challenge was for somebody else");
    }
    var name = label.replaceAll("\\p{Cntrl}", " ").strip();
    try {
      var credential =
          JSON.readValue(
              answer,
              new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
      operations()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  asked,
                  new RelyingPartyPublicKey(
                      credential, name.substring(0, Math.min(name.length(), LONGEST_LABEL)))));
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  /** What the devices of this person are asked to sign. */
  public PublicKeyCredentialRequestOptions request(Person person) {
    return operations()
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(known(person)));
  }

  /**
   * Looks at what a device signed; returns quietly when it opens.
   *
   * @param asked what the session kept of {@link #request}
   * @param answer of the browser, {@code PublicKeyCredential.toJSON()}
   * @throws PasskeyRefusedException when it is another person's, was signed for another address or
   *     challenge, or its count shows that the passkey was copied
   */
  public void check(Person person, PublicKeyCredentialRequestOptions asked, String answer) {
    try {
      var credential =
          JSON.readValue(
              answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
      if (!owns(person.id(), credential.getRawId())) {
        throw new PasskeyRefusedException("this person has no such passkey");
      }
      operations().authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  /** An answer is a stranger's: whatever the library makes of it is a refusal. */
  private static RuntimeException refusal(RuntimeException e) {
    return e instanceof PasskeyRefusedException || e instanceof DataAccessException
        ? e
        : new PasskeyRefusedException(e);
  }

  /** As the browser reads it, {@code PublicKeyCredential.parse...OptionsFromJSON}. */
  public static String json(Object options) {
    return JSON.writeValueAsString(options);
  }

  /** What became of a removal. */
  public enum Removal {
    DONE,
    /** The person has no such passkey. */
    UNKNOWN,
    /** It is the only second factor; another comes first. */
    LAST
  }

  /** Takes one away, unless nothing would be left beside the password. */
  public Removal remove(UUID person, UUID passkey) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          // Two removals at once would each see the other's passkey.
          sql.sql("select id from users where id = ? for update")
              .param(person)
              .query(UUID.class)
              .optional();
          if (of(person).stream().noneMatch(each -> each.id().equals(passkey))) {
            return Removal.UNKNOWN;
          }
          int gone =
              sql.sql(
                      """
                      delete from passkeys p where p.id = ? and p.user_id = ? and (
                        exists (select 1 from second_factors f where f.user_id = p.user_id)
                        or exists (select 1 from passkeys o where o.user_id = p.user_id and o.id <> p.id))\
                      """)
                  .params(passkey, person)
                  .update();
          return gone == 1 ? Removal.DONE : Removal.LAST;
        }));
  }

  private boolean owns(UUID person, Bytes credential) {
    return sql.sql("select exists (select 1 from passkeys where credential_id = ? and user_id = ?)")
        .params(credential.getBytes(), person)
        .query(Boolean.class)
        .single();
  }

  private static Authentication known(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(person.name(), null, List.of());
  }

  private Webauthn4JRelyingPartyOperations operations() {
    var here = address.get();
    var operations =
        new Webauthn4JRelyingPartyOperations(
            new PasskeyOwners(sql),
            new PasskeyRows(sql),
            PublicKeyCredentialRpEntity.builder().id(here.getHost()).name("Maraude").build(),
            Set.of(origin(here)));
    // The password comes first, so that a stick without a memory of its own does as well.
    operations.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.DISCOURAGED)
                .userVerification(UserVerificationRequirement.PREFERRED)
                .build()));
    return operations;
  }

  private static String origin(URI address) {
    return address.getScheme()
        + "://"
        + address.getHost()
        + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }
}
