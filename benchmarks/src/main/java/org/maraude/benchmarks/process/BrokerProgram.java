package org.maraude.benchmarks.process;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.maraude.embedded.EmbeddedKafka;

/** A broker in a process of its own. Argument: its folder. */
public final class BrokerProgram {

  private static final String READY = "ready ";

  private BrokerProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    Lifeline.hold();
    var broker = EmbeddedKafka.start(Path.of(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    System.out.println(READY + broker.bootstrapServers());
    new CountDownLatch(1).await();
  }

  /** Starts one over a folder inside {@code work}. */
  public static ChildProcess start(Path work) {
    return ChildProcess.java(
        BrokerProgram.class,
        List.of("-Xmx512m", "-XX:+UseSerialGC"),
        List.of(work.resolve("kafka").toString()),
        work.resolve("broker.log"));
  }

  /** Waits until it is up and returns its address. */
  public static String awaitReady(ChildProcess broker) {
    return broker.awaitLine(READY);
  }
}
