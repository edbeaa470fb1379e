package org.maraude.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.packages.PackageCheck;
import org.maraude.dashboard.exports.packages.PublicKeyFile;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether a package for researchers is as it was signed: no digit changed, no file"
          + " missing or added.",
      "Needs nothing but the public key. Exit 1 when something is not as it was signed."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final int NOT_AS_SIGNED = 1;
  private static final int LARGEST_KEY = 10_000;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PACKAGE", description = "the package as it was downloaded")
  private Path archive = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "PUBLIC",
      description = "the public key that the association publishes, as PEM")
  private Path key = Path.of("");

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    if (!Files.isRegularFile(archive) || !Files.isReadable(archive)) {
      throw new UsageException(Texts.of("verify.noFile", archive));
    }
    var result = PackageCheck.of(archive, publicKey());
    for (var finding : result.findings()) {
      Output.line(spec, Texts.of("verify." + finding.fault(), finding.where()));
    }
    if (result.findings().isEmpty()) {
      Output.line(spec, Texts.of("verify.well", result.name(), result.files()));
      return CommandLines.OK;
    }
    Output.note(spec, Texts.of("verify.badly", result.findings().size()));
    return NOT_AS_SIGNED;
  }

  private PublicKeyFile publicKey() throws IOException {
    if (!Files.isRegularFile(key) || !Files.isReadable(key) || Files.size(key) > LARGEST_KEY) {
      throw new UsageException(Texts.of("verify.noKey", key));
    }
    var text = new String(Files.readAllBytes(key), java.nio.charset.StandardCharsets.US_ASCII);
    return PublicKeyFile.read(text)
        .orElseThrow(() -> new UsageException(Texts.of("verify.noKey", key)));
  }
}
