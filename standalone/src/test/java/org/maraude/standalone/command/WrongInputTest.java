package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.standalone.UsageException;

/** Whatever a person gets wrong: one line, exit 2, nothing half done. */
class WrongInputTest {

  private @TempDir Path temp;

  @BeforeAll
  static void inEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  private static void assertRefused(Typed typed, String... words) {
    assertThat(typed.exit()).as(typed.err()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(complaint(typed)).hasSize(1).first().asString().contains(words);
  }

  private static List<String> complaint(Typed typed) {
    return typed.err().lines().filter(line -> !line.startsWith("try '")).toList();
  }

  @Test
  void noCommand() {
    assertRefused(Typed.run(), "no command", "--help");
  }

  @Test
  void aCommandThatDoesNotExist() {
    assertRefused(Typed.run("dmeo"), "dmeo");
  }

  @Test
  void aSiteFileThatNobodyApproved() throws Exception {
    var file =
        Files.writeString(
            temp.resolve("site.yaml"),
            """
            id: x
            name: X
            start: [https://example.org/]
            hosts: [example.org]
            """);
    assertRefused(Typed.run("site", "check", file.toString()), "site.yaml", "approval");
  }

  @Test
  void aSiteFileWithAnUnknownKeyNamesItsLine() throws Exception {
    var file =
        Files.writeString(
            temp.resolve("site.yaml"),
            """
            id: x
            colour: blue
            """);
    assertRefused(Typed.run("site", "check", file.toString()), "site.yaml", "2", "colour");
  }

  @Test
  void aSiteFileThatIsNotThere() {
    assertRefused(Typed.run("site", "check", temp.resolve("no.yaml").toString()), "no.yaml");
  }

  @Test
  void aRealSiteWithoutAnAssociation() throws Exception {
    var file = Files.writeString(temp.resolve("site.yaml"), REAL_SITE);
    assertRefused(Typed.run("site", "try", file.toString()), "--association", "--email");
  }

  @Test
  void aPortInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          Typed.run(
              "demo",
              "--port",
              Integer.toString(taken.getLocalPort()),
              "--data",
              temp.resolve("data").toString()),
          "port " + taken.getLocalPort(),
          "--port");
      assertThat(temp.resolve("data")).doesNotExist();
    }
  }

  @Test
  void anAddressForMetricsThatIsNone() {
    assertRefused(
        Typed.run(
            "demo", "--port", "0", "--metrics", "here", "--data", temp.resolve("d").toString()),
        "--metrics here",
        "127.0.0.1:9400");
    assertThat(temp.resolve("d")).doesNotExist();
  }

  @Test
  void aLogFormatThatDoesNotExist() {
    assertRefused(
        Typed.run(
            "crawler",
            "--kafka",
            "localhost:1",
            "--state",
            temp.toString(),
            "--sites",
            temp.toString(),
            "--association",
            "a",
            "--page",
            "https://example.org",
            "--email",
            "a@example.org",
            "--log-format",
            "xml"),
        "--log-format",
        "xml");
  }

  @Test
  void aDataFolderOfAnotherVersion() throws Exception {
    Files.writeString(temp.resolve("version"), "7\n");
    assertRefused(
        Typed.run("demo", "--port", "0", "--data", temp.toString()), "version 7", "--data");
  }

  @Test
  void aTokenForNoInstallation() {
    assertRefused(
        Typed.run(
            "token", "--user", "a", "--role", "outreach", "--data", temp.resolve("no").toString()),
        "no data folder");
  }

  @Test
  void aProviderThatIsNotWhole() throws Exception {
    var file = temp.resolve("provider.yaml");
    var good = "issuer: https://login.example.org\nclient_id: maraude\nclient_secret_env: S\n";
    assertThat(ProviderFile.read(Files.writeString(file, good), Map.of("S", "x")).clientSecret())
        .isEqualTo("x");
    for (var each :
        List.of(
            List.of("client_id: maraude", "issuer"),
            List.of(
                "issuer: http://login.example.org\nclient_id: a\nclient_secret_env: S", "https"),
            List.of("issuer: https://login.example.org\nclient_id: a", "client_secret_file"),
            List.of(good + "colour: blue", "colour"),
            List.of(good + "new_accounts: [king]", "king"),
            List.of(good + "role_claim: groups", "roles"),
            List.of(
                "issuer: https://login.example.org\nclient_id: a\nclient_secret_file: no", "no"))) {
      Files.writeString(file, each.getFirst());
      assertThatThrownBy(() -> ProviderFile.read(file, Map.of("S", "x")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("provider.yaml")
          .hasMessageContaining(each.getLast());
    }
  }

  @Test
  void aSecondFactorOfNobodyOrWithALinkToNowhere() {
    assertRefused(Typed.run("reset-second-factor"), "--user");
    for (var url : List.of("console", "http://console.example.org", "https://example.org/x")) {
      assertRefused(
          Typed.run(
              "reset-second-factor",
              "--user=a",
              "--public-url=" + url,
              "--data=" + temp.resolve("no")),
          url,
          "https://HOST");
    }
    assertRefused(
        Typed.run("reset-second-factor", "--user=a", "--data=" + temp.resolve("no")),
        "no data folder");
  }

  @Test
  void aTokenForADatabaseThatIsNotThere() throws Exception {
    var password = Files.writeString(temp.resolve("password"), "none");
    assertRefused(
        Typed.run(
            "token",
            "--user=a",
            "--role=outreach",
            "--db-url=jdbc:postgresql://127.0.0.1:1/maraude",
            "--db-user=maraude",
            "--db-password-file=" + password),
        "127.0.0.1:1",
        "--db-url");
  }

  @Test
  void aDatabaseWithoutItsPassword() {
    assertRefused(
        Typed.run("token", "--user=a", "--role=outreach", "--db-url=jdbc:postgresql://x/y"),
        "--db-user");
  }

  @Test
  void aRoleThatDoesNotExist() {
    assertRefused(Typed.run("token", "--user", "a", "--role", "king"), "king");
  }

  @Test
  void aConfigurationWithAnUnknownKeyNamesItsLine() throws Exception {
    var file = Files.writeString(temp.resolve("maraude.yaml"), "sites: sites\ncolour: blue\n");
    assertRefused(
        Typed.run("run", "--config", file.toString()), "maraude.yaml", "line 2", "colour");
  }

  @Test
  void anArchiveThatIsNone() throws Exception {
    var site = Files.writeString(temp.resolve("site.yaml"), REAL_SITE);
    var archive = Files.writeString(temp.resolve("a.warc.gz"), "no archive");
    var out = temp.resolve("ads.ndjson");
    assertRefused(
        Typed.run("import", archive.toString(), "--site", site.toString(), "--out", out.toString()),
        "a.warc.gz");
    assertThat(out).doesNotExist();
  }

  private static final String REAL_SITE =
      """
      id: x
      name: X
      approval: {by: "Test", on: 2026-11-01, basis: "test"}
      start: [https://example.org/]
      hosts: [example.org]
      listing: {card: "li", link: "a@href"}
      ad:
        localId: "url:/(\\\\d+)"
        title: {select: "h1", required: true}
        body: {select: "p", required: true}
      """;

  @Test
  void anAuditOfNowhere() {
    assertRefused(Typed.run("audit"), "no command");
    assertRefused(
        Typed.run("audit", "verify", "--data", temp.resolve("none").toString()), "no data folder");
    assertRefused(
        Typed.run("audit", "verify", "--db-url", "jdbc:postgresql://127.0.0.1:1/x"),
        "--keys",
        "--state");
  }

  @Test
  void eachCommandHelpsWithItsOwnWords() {
    var root = Typed.run("--help");
    assertThat(root.out()).contains("Helps outreach teams");
    for (var command : List.of("demo", "token", "reset-second-factor", "assess", "audit")) {
      var help = Typed.run(command, "--help");
      assertThat(help.exit()).isZero();
      assertThat(help.out()).as(command).doesNotContain("Helps outreach teams");
    }
    assertThat(Typed.run("audit", "verify", "--help").out()).contains("Reads the whole audit");
  }
}
