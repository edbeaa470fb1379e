package org.maraude.dashboard.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of a person, for that person to see and end. */
@Component
class Sessions {

  private final FindByIndexNameSessionRepository<? extends Session> repository;

  Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
    this.repository = repository;
  }

  /**
   * A session without its id, which opens it.
   *
   * @param handle stands for it on a page
   * @param since when the person logged in
   * @param lastUsed its latest request before this one
   * @param current whether it is the one that asks
   */
  record Row(String handle, Instant since, Instant lastUsed, boolean current) {}

  /** Newest first. */
  List<Row> of(String userName, String currentId) {
    return repository.findByPrincipalName(userName).values().stream()
        .filter(session -> !session.isExpired())
        .map(session ->
            new Row(
                handle(session.getId()),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(currentId)))
        .sorted(Comparator.comparing(Row::lastUsed).reversed())
        .toList();
  }

  /** Ends the one of this person that the handle names; another's it never finds. */
  boolean end(String userName, String handle) {
    var found =
        repository.findByPrincipalName(userName).keySet().stream()
            .filter(id -> handle(id).equals(handle))
            .findFirst();
    found.ifPresent(repository::deleteById);
    return found.isPresent();
  }

  /** Ends all of this person's, except one; with an empty id, all. */
  void endAllBut(String currentId, String userName) {
    repository.findByPrincipalName(userName).keySet().stream()
        .filter(id -> !id.equals(currentId))
        .forEach(repository::deleteById);
  }

  private static String handle(String id) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
