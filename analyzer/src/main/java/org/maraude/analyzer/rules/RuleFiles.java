package org.maraude.analyzer.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Where rule files come from: the program, and a folder of the user's own. */
public final class RuleFiles {

  private static final String FOLDER = "/rules/";
  private static final String LIST = "families.txt";

  private RuleFiles() {}

  /** The program's own. */
  public static List<RuleFile> builtIn() {
    return resource(LIST)
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> new RuleFile(name, resource(name)))
        .toList();
  }

  /**
   * The program's own and those of a folder. A file of the folder takes the place of the program's
   * file of the same name, {@code scoring.yaml} too. Only names that end in {@code .yaml} count.
   *
   * @throws RuleSetException when the folder or a file cannot be read
   */
  public static List<RuleFile> withFolder(Path folder) {
    var files = new TreeMap<String, RuleFile>();
    builtIn().forEach(file -> files.put(file.name(), file));
    own(folder).forEach(file -> files.put(file.name(), file));
    return List.copyOf(files.values());
  }

  /**
   * One file of a folder.
   *
   * @throws RuleSetException when it cannot be read or is not UTF-8
   */
  public static RuleFile file(Path path) {
    try {
      return new RuleFile(path.getFileName().toString(), text(path));
    } catch (IOException e) {
      throw new RuleSetException(
          "%s cannot be read (%s); check that it exists and is yours"
              .formatted(path, e.getClass().getSimpleName()),
          e);
    }
  }

  /**
   * The files of a folder alone.
   *
   * @throws RuleSetException when the folder or a file cannot be read
   */
  public static List<RuleFile> own(Path folder) {
    var files = new ArrayList<RuleFile>();
    try (var paths = Files.newDirectoryStream(folder, "*.yaml")) {
      for (var path : paths) {
        files.add(new RuleFile(path.getFileName().toString(), text(path)));
      }
      return files;
    } catch (IOException | DirectoryIteratorException e) {
      throw new RuleSetException(
          "the rules folder %s cannot be read (%s); check that it exists and is yours"
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }

  private static String text(Path path) throws IOException {
    try {
      var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new RuleSetException(path + ": is not UTF-8; save it as UTF-8", e);
    }
  }

  private static String resource(String name) {
    try (var bytes = RuleFiles.class.getResourceAsStream(FOLDER + name)) {
      if (bytes == null) {
        throw new IllegalStateException(FOLDER + name + " is missing from the program");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
