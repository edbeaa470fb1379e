package org.maraude.dashboard.exports.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Row;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts a package together. The same release gives the same bytes, on whatever machine. */
public final class ReleasePackage {

  /**
   * No file carries an hour: what a file tells beside its content is a leak like any other. Not
   * 1980, where the library would add a second stamp, in the zone of the machine.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1981, 1, 1, 0, 0);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReleasePackage() {}

  /** A ZIP whose entries are stored as they are, since two versions of zlib may differ. */
  public static byte[] of(Facts facts, List<Row> rows, Areas areas, SigningKey key) {
    var files = new TreeMap<String, byte[]>();
    var path = "data/" + facts.name() + ".csv";
    byte[] table = utf8(TableCsv.write(rows, facts.margin(), areas));
    files.put(path, table);
    files.put("datapackage.json", json(Description.of(facts, path, table)));
    files.put("codebook.md", text("codebook.md", facts));
    files.put("note.fr.txt", text("note-" + word(facts) + ".fr.txt", facts));
    files.put("note.en.txt", text("note-" + word(facts) + ".en.txt", facts));
    byte[] manifest = json(Manifest.of(facts, files, key.print()));
    files.put(Manifest.FILE, manifest);
    files.put(
        Manifest.SIGNATURE, utf8(Base64.getEncoder().encodeToString(key.sign(manifest)) + "\n"));
    return zip(files);
  }

  private static String word(Facts facts) {
    return switch (facts.kind()) {
      case PUBLIC -> "public";
      case RESEARCH -> "research";
    };
  }

  private static byte[] json(Map<String, Object> content) {
    return utf8(JSON.writeValueAsString(content).replace("\r\n", "\n") + "\n");
  }

  private static byte[] text(String name, Facts facts) {
    try (InputStream in =
        Objects.requireNonNull(
            ReleasePackage.class.getResourceAsStream("/maraude/exports/" + name), name)) {
      return utf8(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{quarter}", facts.quarter().toString())
              .replace("{first}", facts.quarter().first().toString())
              .replace("{last}", facts.quarter().last().toString())
              .replace("{epsilon}", String.valueOf(facts.epsilon()))
              .replace("{margin}", String.valueOf(facts.margin())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(SortedMap<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var crc = new CRC32();
        crc.update(file.getValue());
        var entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
