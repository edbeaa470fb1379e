package org.maraude.standalone.command;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the log goes. Decided before the first logger is made; Spring Boot would otherwise set up
 * Logback a second time.
 */
final class Logs {

  private Logs() {}

  /** Into a folder, in files that roll daily and are kept for a week; a person sees progress. */
  static void intoFolder(Path folder) {
    System.setProperty("maraude.logs", folder.toString());
    use("org/maraude/standalone/logback-folder.xml");
  }

  /** How a service writes its log. */
  enum Format {
    /** Lines for people. */
    TEXT("org/maraude/standalone/logback-service.xml"),
    /** One JSON object a line, for programs that collect logs. */
    JSON("org/maraude/standalone/logback-service-json.xml");

    private final String configuration;

    Format(String configuration) {
      this.configuration = configuration;
    }

    String configuration() {
      return configuration;
    }
  }

  /** To standard error, for a service whose log the container engine keeps. */
  static void toStandardError(Format format) {
    use(format.configuration());
  }

  /** Warnings only, to standard error, for a command whose output is data. */
  static void quiet() {
    use("org/maraude/standalone/logback-quiet.xml");
  }

  private static void use(String configuration) {
    System.setProperty("logback.configurationFile", configuration);
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // Tomcat and Lucene log elsewhere and would write over what a person reads.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
