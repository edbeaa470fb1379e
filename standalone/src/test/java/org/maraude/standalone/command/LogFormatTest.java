package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

class LogFormatTest {

  private static String line(Logs.Format format) throws Exception {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      var configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          LogFormatTest.class.getClassLoader().getResource(format.configuration()));
      var appender = (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("err");
      var logger = context.getLogger("org.maraude.crawler.X");
      var event =
          new LoggingEvent("", logger, Level.WARN, "{} is late", null, new Object[] {"demo"});
      event.addKeyValuePair(new KeyValuePair("site", "demo"));
      return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    } finally {
      context.stop();
    }
  }

  @Test
  void aJsonLineHoldsTheMessageWithItsValuesAndTheKeys() throws Exception {
    var line = line(Logs.Format.JSON);
    assertThat(line).endsWith("\n");
    var json = JsonMapper.shared().readTree(line);
    assertThat(json.get("level").asString()).isEqualTo("WARN");
    assertThat(json.get("formattedMessage").asString()).isEqualTo("demo is late");
    assertThat(json.get("kvpList").get(0).get("site").asString()).isEqualTo("demo");
    assertThat(json.get("timestamp").asLong()).isPositive();
  }

  @Test
  void aTextLineHoldsThemToo() throws Exception {
    assertThat(line(Logs.Format.TEXT)).contains("WARN", "demo is late", "site=\"demo\"");
  }
}
