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

  /** To standard error, for a service whose log the container engine keeps. */
  static void toStandardError() {
    use("org/maraude/standalone/logback-service.xml");
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
