package org.maraude.dashboard.rounds;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** What the database's own rules refuse, in words. The looks before it give better ones. */
final class Refused {

  private Refused() {}

  static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException e) {
      throw switch (state(e)) {
        case "MR001" -> RoundException.conflict("contact-silence", "nobody is contacted there now");
        case "MR002" ->
            RoundException.conflict(
                "ad-not-chosen",
                "the ad is not one that was chosen for a contact in a round, or no longer");
        case "MR003" ->
            RoundException.conflict(
                "round-same-contact", "another ad of the round has the same contact");
        default -> e;
      };
    }
  }

  private static String state(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
