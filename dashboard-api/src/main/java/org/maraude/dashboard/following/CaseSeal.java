package org.maraude.dashboard.following;

import java.util.UUID;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.SealException;
import org.maraude.dashboard.following.CaseException.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each part of a case as JSON under the person's own key. Thread safe. */
final class CaseSeal {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final CaseKeys keys;

  CaseSeal(CaseKeys keys) {
    this.keys = keys;
  }

  void begin(UUID id) {
    keys.create(id);
  }

  void destroy(UUID id) {
    keys.destroy(id);
  }

  String part(UUID id, Object part) {
    return keys.seal(id, part.getClass().getSimpleName(), JSON.writeValueAsString(part));
  }

  <T> T part(UUID id, Class<T> type, String sealed) {
    return JSON.readValue(open(id, type.getSimpleName(), sealed), type);
  }

  /** The print of the request that opened a case: of little, but of what a person told. */
  String sealAsked(UUID id, String print) {
    return keys.seal(id, "asked", print);
  }

  String asked(UUID id, String sealed) {
    return open(id, "asked", sealed);
  }

  String line(UUID id, UUID line, String text) {
    return keys.seal(id, "line " + line, text);
  }

  String openLine(UUID id, UUID line, String sealed) {
    return open(id, "line " + line, sealed);
  }

  private String open(UUID id, String field, String sealed) {
    try {
      return keys.open(id, field, sealed);
    } catch (SealException e) {
      throw new CaseException(Problem.UNREADABLE, e.getMessage() == null ? "" : e.getMessage());
    }
  }
}
