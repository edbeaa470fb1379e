package org.maraude.dashboard.accounts.passkeys;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** People as Web Authentication knows them. The handle is the account's random id. */
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

  private static final int UUID_BYTES = 16;

  private final JdbcClient sql;

  PasskeyOwners(JdbcClient sql) {
    this.sql = sql;
  }

  static Bytes handle(UUID person) {
    return new Bytes(
        ByteBuffer.allocate(UUID_BYTES)
            .putLong(person.getMostSignificantBits())
            .putLong(person.getLeastSignificantBits())
            .array());
  }

  static UUID person(Bytes handle) {
    var bytes = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return sql.sql("select id, name from users where id = ? and not technical")
        .param(person(id))
        .query((row, n) -> entity(row.getObject("id", UUID.class), row.getString("name")))
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return sql.sql("select id, name from users where name = ? and not technical")
        .param(name)
        .query((row, n) -> entity(row.getObject("id", UUID.class), row.getString("name")))
        .optional()
        .orElse(null);
  }

  private static PublicKeyCredentialUserEntity entity(UUID id, String name) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle(id))
        .name(name)
        .displayName(name)
        .build();
  }

  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException("accounts are made by invitation");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("accounts stay");
  }
}
