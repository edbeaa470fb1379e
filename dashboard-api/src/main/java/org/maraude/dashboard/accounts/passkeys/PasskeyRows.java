package org.maraude.dashboard.accounts.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The passkeys' table, as the library asks for it. */
final class PasskeyRows implements UserCredentialRepository {

  private final JdbcClient sql;

  PasskeyRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Adds a passkey, or notes that it signed. Of two answers with one count only the first is kept:
   * a device that counts never gives a count twice.
   */
  @Override
  public void save(CredentialRecord record) {
    int rows =
        sql.sql(
                """
                insert into passkeys (user_id, credential_id, public_key, attestation, sign_count,
                  verified_person, transports, backup_eligible, backed_up, label, created_at,
                  last_used_at)
                values (?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?)
                on conflict (credential_id) do update set sign_count = excluded.sign_count,
                  backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
                where passkeys.user_id = excluded.user_id
                  and (passkeys.sign_count < excluded.sign_count
                    or (passkeys.sign_count = 0 and excluded.sign_count = 0))\
                """)
            .params(
                PasskeyOwners.person(record.getUserEntityUserId()),
                record.getCredentialId().getBytes(),
                record.getPublicKey().getBytes(),
                attestation(record),
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.getTransports().stream()
                    .map(AuthenticatorTransport::getValue)
                    .toArray(String[]::new),
                record.isBackupEligible(),
                record.isBackupState(),
                record.getLabel(),
                Timestamp.from(record.getCreated()),
                Timestamp.from(record.getLastUsed()))
            .update();
    if (rows != 1) {
      throw new PasskeyRefusedException("the count of a passkey fell back");
    }
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return sql.sql("select * from passkeys where credential_id = ?")
        .param(credentialId.getBytes())
        .query((row, n) -> record(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return sql.sql("select * from passkeys where user_id = ?")
        .param(PasskeyOwners.person(userId))
        .query((row, n) -> record(row))
        .list();
  }

  @Override
  public void delete(Bytes credentialId) {
    sql.sql("delete from passkeys where credential_id = ?").param(credentialId.getBytes()).update();
  }

  private static byte[] attestation(CredentialRecord record) {
    var attestation = record.getAttestationObject();
    if (attestation == null) {
      throw new IllegalStateException("the library hands over what the device said of itself");
    }
    return attestation.getBytes();
  }

  private static CredentialRecord record(ResultSet row) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(PasskeyOwners.handle(row.getObject("user_id", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(row.getBoolean("verified_person"))
        .transports(
            Arrays.stream((String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .label(row.getString("label"))
        .created(row.getTimestamp("created_at").toInstant())
        .lastUsed(row.getTimestamp("last_used_at").toInstant())
        .build();
  }
}
