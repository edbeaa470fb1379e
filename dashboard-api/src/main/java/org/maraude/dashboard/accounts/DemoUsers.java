package org.maraude.dashboard.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The demo's users, one a role, with passwords drawn at the first start and kept in a file that
 * only its owner reads, so that a second start can show them again.
 */
final class DemoUsers {

  private static final String FILE = "demo-logins";

  private DemoUsers() {}

  /** The log-ins of the file, which is written first when it is missing. */
  static List<DemoLogin> ensure(Accounts accounts, Path folder, RandomGenerator random) {
    try {
      Path file = folder.resolve(FILE);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        write(file, draw(random));
      }
      var logins = read(file);
      for (var login : logins) {
        accounts.createUserIfMissing(login);
      }
      return logins;
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's log-ins cannot be kept in " + folder, e);
    }
  }

  private static List<DemoLogin> draw(RandomGenerator random) {
    var logins = new ArrayList<DemoLogin>();
    for (Role role : Role.values()) {
      logins.add(
          new DemoLogin(role.name().toLowerCase(Locale.ROOT), role, Secrets.password(random)));
    }
    // A second pair of eyes for adult referrals.
    logins.add(new DemoLogin("outreach2", Role.OUTREACH, Secrets.password(random)));
    return logins;
  }

  /** Whole or not at all: users are made from the file, so a torn one would lock them out. */
  private static void write(Path file, List<DemoLogin> logins) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var lines =
        logins.stream()
            .map(login -> "%s %s %s".formatted(login.name(), login.role(), login.password()))
            .toList();
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(folder, FILE, ".new", ownerOnly);
    Files.write(draft, lines, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<DemoLogin> read(Path file) throws IOException {
    var logins = new ArrayList<DemoLogin>();
    for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      var parts = line.strip().split(" ");
      if (parts.length != 3) {
        throw new AccountException(
            "line %d of %s is not 'name ROLE password'; delete the file and its users' rows"
                .formatted(logins.size() + 1, file));
      }
      logins.add(new DemoLogin(parts[0], Role.named(parts[1]), parts[2]));
    }
    return List.copyOf(logins);
  }
}
