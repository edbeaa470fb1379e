package org.maraude.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send may stand in a message: it must not write a line of its own. */
class LogLineTest {

  private static final Pattern PATTERN = Pattern.compile("<pattern>(.*)</pattern>");

  @ParameterizedTest
  @ValueSource(strings = {"logback-service.xml", "logback-folder.xml", "logback-quiet.xml"})
  void aMessageIsOneLineWhateverItHolds(String file) throws Exception {
    String configuration;
    try (var in = LogLineTest.class.getResourceAsStream(file)) {
      configuration = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    var pattern = PATTERN.matcher(configuration);
    assertThat(pattern.find()).isTrue();
    var context = new LoggerContext();
    var layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(pattern.group(1));
    layout.start();
    var message = "the origin was x\r\n2026-01-01 INFO all is well\nand so on";
    var event =
        new LoggingEvent("", context.getLogger("test"), Level.WARN, message, null, new Object[0]);
    var line = layout.doLayout(event);
    assertThat(line.strip()).doesNotContain("\n", "\r").contains("all is well and so on");
  }
}
