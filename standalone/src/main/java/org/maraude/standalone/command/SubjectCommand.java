package org.maraude.standalone.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.KeyFolder;
import org.maraude.contacts.KeyFolderException;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.following.CaseFiles;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.retention.Objections;
import org.maraude.dashboard.retention.StatedContact;
import org.maraude.dashboard.subject.DataSubject;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.installation.RunningDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "subject",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a file of all that is kept under a contact, for the person who asks for it; with"
          + " --erase all of it goes afterwards, and nothing comes in under the contact again.",
      "The contact is read from standard input or a file, so that no history of commands keeps it.",
      "Make sure first that it is the person themselves who asks."
    })
final class SubjectCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();
  @Mixin private final DashboardFolders folders = new DashboardFolders();

  @Option(
      names = "--kind",
      defaultValue = "PHONE",
      description = "what the contact is: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private ContactKind kind = ContactKind.PHONE;

  @Option(
      names = "--contact",
      paramLabel = "FILE",
      description = "a file whose first line is the contact; - for standard input (-)")
  private String contact = "-";

  @Option(names = "--file", paramLabel = "FILE", description = "where to write it; must not exist")
  private @Nullable Path file;

  @Option(names = "--erase", description = "erase what is kept")
  private boolean erase;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    if (file == null && !erase) {
      throw new UsageException(Texts.of("subject.whatFor"));
    }
    if (file != null && Files.exists(file)) {
      throw new UsageException(Texts.of("subject.fileExists", file));
    }
    try {
      if (named.given()) {
        var login = named.login();
        try (var database = RunningDatabase.at(login.url(), login.user(), login.password())) {
          return done(database.dataSource(), folders.keys());
        }
      }
      var folder = data.open();
      try (var database = RunningDatabase.of(folder)) {
        return done(database.dataSource(), folder.keys());
      }
    } catch (KeyFolderException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private CanonicalContact read() throws IOException {
    var line = contact.equals("-") ? typed() : firstLine(Path.of(contact));
    return StatedContact.read(kind, line == null ? "" : line)
        .orElseThrow(() -> new UsageException(Texts.of("subject.noContact", kind)));
  }

  private @Nullable String typed() throws IOException {
    Output.note(spec, Texts.of("subject.ask"));
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }

  private static @Nullable String firstLine(Path file) throws IOException {
    try (var lines = Files.newBufferedReader(file)) {
      return lines.readLine();
    } catch (NoSuchFileException e) {
      throw new UsageException(Texts.of("subject.noFile", file));
    }
  }

  private int done(DataSource database, Path keyFolder) throws IOException {
    var subject = subject(database, keyFolder);
    // Asked last: nobody types a contact for a folder that is not there.
    var asked = read();
    if (file != null) {
      var found = subject.file(asked);
      write(file, JSON.writeValueAsString(found) + "\n");
      Output.line(
          spec,
          Texts.of(
              "subject.written",
              file,
              found.ads().size(),
              found.openings().size(),
              found.attempts().size(),
              found.cases().size()));
    }
    if (erase) {
      var noted = subject.erase(asked);
      Output.line(spec, Texts.of("subject.erased", noted.erased(), noted.kept()));
    }
    return CommandLines.OK;
  }

  private static DataSubject subject(DataSource database, Path keyFolder) {
    var clock = Clock.systemUTC();
    var sql = JdbcClient.create(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var audit = new Audit(sql, clock);
    var caseKeys = CaseKeys.in(keyFolder);
    var tokens = KeyFolder.openOrCreate(keyFolder, clock).tokens();
    var objections =
        new Objections(
            sql,
            transaction,
            tokens,
            CaseErasure.over(database, caseKeys, clock),
            audit,
            new Outbox(sql, clock),
            clock,
            UUID::randomUUID);
    return new DataSubject(sql, tokens, new CaseFiles(sql, caseKeys), objections, audit, clock);
  }

  /** Readable by its owner alone, and never over another file. */
  private static void write(Path file, String json) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var out =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      out.write(StandardCharsets.UTF_8.encode(json));
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(Texts.of("subject.fileExists", file));
    }
  }
}
