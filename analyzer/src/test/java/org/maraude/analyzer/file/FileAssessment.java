package org.maraude.analyzer.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;

/** What {@code assess} says of a file with links. */
public final class FileAssessment {

  private FileAssessment() {}

  public static List<Assessment> of(String lines, KeyFolder keys) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var file = AssessFile.open(RuleFiles.builtIn(), keys, false).withLinks()) {
      file.run(
          new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out, new Silence());
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> EventJson.readLine(line, Assessment.class))
        .toList();
  }

  private static final class Silence implements AssessFile.Listener {

    @Override
    public void progress(AssessFile.Result soFar) {}

    @Override
    public void badLine(long number, String reason) {
      throw new IllegalStateException(number + ": " + reason);
    }

    @Override
    public void runsBackwards(long number) {}

    @Override
    public void readsAgain() {}
  }
}
