package org.maraude.dashboard.exports.packages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a package is as it was signed. Needs nothing but the public key. */
public final class PackageCheck {

  /** Far more than a release has; a file that unpacks to more is no package. */
  private static final int LARGEST = 64 << 20;

  private PackageCheck() {}

  /** What is wrong. */
  public enum Fault {
    /** It is no ZIP file that can be read. */
    UNREADABLE,
    /** The list of files or its signature is missing. */
    NO_MANIFEST,
    /** It was signed with another key than the one given. */
    FOREIGN_KEY,
    /** The list of files is not the one that was signed. */
    SIGNATURE,
    /** A file is listed and not there. */
    MISSING,
    /** A file is there and not listed. */
    ADDED,
    /** A file comes twice. */
    TWICE,
    /** A file is not what was listed. */
    CHANGED
  }

  /**
   * One thing that is wrong.
   *
   * @param where the file inside the package
   */
  public record Finding(Fault fault, String where) {}

  /**
   * What came of it.
   *
   * @param findings empty is well
   * @param files how many files were looked at
   * @param name what the manifest says the package is; empty when it is not to be trusted
   */
  public record Result(List<Finding> findings, int files, String name) {

    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checks a file.
   *
   * @throws IOException when it cannot be read at all
   */
  public static Result of(Path archive, PublicKeyFile key) throws IOException {
    var findings = new ArrayList<Finding>();
    if (Files.size(archive) > LARGEST) {
      findings.add(new Finding(Fault.UNREADABLE, ""));
      return new Result(findings, 0, "");
    }
    var files = read(Files.readAllBytes(archive), findings);
    if (findings.isEmpty()) {
      compareWithContents(archive, files, findings);
    }
    var manifest = files.get(Manifest.FILE);
    var signature = files.get(Manifest.SIGNATURE);
    if (manifest == null || signature == null) {
      if (findings.isEmpty()) {
        findings.add(
            new Finding(Fault.NO_MANIFEST, manifest == null ? Manifest.FILE : Manifest.SIGNATURE));
      }
      return new Result(findings, files.size(), "");
    }
    var listed = parsed(manifest);
    if (!key.signed(manifest, decoded(signature))) {
      boolean foreign =
          listed != null && !listed.path("key").asString("").equals("sha256:" + key.print());
      findings.add(new Finding(foreign ? Fault.FOREIGN_KEY : Fault.SIGNATURE, Manifest.FILE));
      return new Result(findings, files.size(), "");
    }
    if (listed == null) {
      findings.add(new Finding(Fault.NO_MANIFEST, Manifest.FILE));
      return new Result(findings, files.size(), "");
    }
    compare(listed, files, findings);
    var name =
        "%s %s %s"
            .formatted(
                listed.path("kind").asString(""),
                listed.path("grid").asString(""),
                listed.path("quarter").asString(""));
    return new Result(findings, files.size(), name);
  }

  private static void compare(JsonNode listed, Map<String, byte[]> files, List<Finding> findings) {
    var left = new TreeSet<>(files.keySet());
    left.remove(Manifest.FILE);
    left.remove(Manifest.SIGNATURE);
    for (var file : listed.path("files")) {
      var path = file.path("path").asString("");
      var content = files.get(path);
      left.remove(path);
      if (content == null) {
        findings.add(new Finding(Fault.MISSING, path));
      } else if (!Digest.of(content).equals(file.path("sha256").asString(""))) {
        findings.add(new Finding(Fault.CHANGED, path));
      }
    }
    left.forEach(path -> findings.add(new Finding(Fault.ADDED, path)));
  }

  /** The files as they lie one after the other, whatever a table of contents says of them. */
  private static Map<String, byte[]> read(byte[] archive, List<Finding> findings) {
    var files = new TreeMap<String, byte[]>();
    String at = "";
    int all = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        at = entry.getName();
        byte[] content = zip.readNBytes(LARGEST - all + 1);
        all += content.length;
        if (all > LARGEST) {
          findings.add(new Finding(Fault.UNREADABLE, at));
          return files;
        }
        if (files.put(at, content) != null) {
          findings.add(new Finding(Fault.TWICE, at));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // A changed byte that the archive's own sum notices first.
      findings.add(new Finding(at.isEmpty() ? Fault.UNREADABLE : Fault.CHANGED, at));
      return files;
    }
    if (files.isEmpty()) {
      findings.add(new Finding(Fault.UNREADABLE, ""));
    }
    return files;
  }

  /** Programs read a ZIP by its table of contents, which must show the same files. */
  private static void compareWithContents(
      Path archive, Map<String, byte[]> files, List<Finding> findings) {
    var left = new TreeSet<>(files.keySet());
    try (var zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
      for (var entry : zip.stream().toList()) {
        try (var in = zip.getInputStream(entry)) {
          if (!Arrays.equals(in.readNBytes(LARGEST), files.get(entry.getName()))
              || !left.remove(entry.getName())) {
            findings.add(new Finding(Fault.CHANGED, entry.getName()));
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      findings.add(new Finding(Fault.UNREADABLE, ""));
      return;
    }
    left.forEach(path -> findings.add(new Finding(Fault.MISSING, path)));
  }

  private static @Nullable JsonNode parsed(byte[] manifest) {
    try {
      return JsonMapper.shared().readTree(manifest);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static byte[] decoded(byte[] signature) {
    try {
      return Base64.getDecoder().decode(new String(signature, StandardCharsets.US_ASCII).strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
