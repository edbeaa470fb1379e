package org.maraude.benchmarks.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.maraude.events.EventJson;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code AssessBenchmark [ADS] [SEED]}: writes a file of invented ads of about 100 words, runs
 * {@code assess --no-links} and {@code backtest} on it and on a third of it, each as its own
 * process with the launcher's options, prints ads a second, processor seconds and peak memory.
 * 100,000 ads by default, about 80 MB.
 */
public final class AssessBenchmark {

  private static final int WORDS = 100;
  private static final Instant SEEN = Instant.parse("2026-11-01T08:00:00Z");
  private static final List<String> SENTENCES =
      List.of(
          "Bonjour, je vous reçois au calme, parking facile dans la rue.",
          "Annonce sérieuse, photos récentes, réponse dans la journée.",
          "Disponible du lundi au vendredi de 10 h à 19 h, sauf jours fériés.",
          "Café ou thé offert à l'arrivée, politesse appréciée.",
          "Deuxième étage avec ascenseur, à dix minutes de la gare.",
          "Tarif 80 € la demi-heure, 150 € l'heure, paiement sur place.",
          "Je suis de passage quelques jours, puis je rentre chez moi.",
          "Pas de numéro masqué, pas de message après vingt et une heures.",
          "I live near the park, quiet street, tea or coffee on arrival.",
          "Notre équipe répond au standard, prenez rendez-vous la veille.");

  /** Fires on about every tenth sentence, so that there is much to report. */
  private static final String CHANGED_RULE =
      """
      - id: bench-lift
        version: 1
        indicator: no-outside
        group: TEXT
        level: B
        weight: 0.04
        languages: [fr]
        says: {fr: "Un ascenseur", en: "A lift"}
        ordinary: {fr: "Un immeuble", en: "A building"}
        source: "Invented for a measurement"
        caveat: {fr: "Rien", en: "Nothing"}
        match:
          any:
            - phrase: "avec ascenseur"
        examples:
          hit: ["Deuxième étage avec ascenseur."]
          miss: ["Deuxième étage."]
      """;

  private AssessBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int ads = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    var work = Files.createTempDirectory("maraude-assess-");
    var file = work.resolve("ads.ndjson");
    var rules = work.resolve("changed.yaml");
    var out = work.resolve("out");
    try {
      Files.writeString(rules, CHANGED_RULE);
      System.out.println(
          "| command | ads | MB in | seconds | ads/s | processor seconds | peak memory MB |");
      System.out.println("|---|---|---|---|---|---|---|");
      // The memory of two sizes beside each other shows whether it grows.
      for (int size : new int[] {ads / 3, ads}) {
        write(file, size, new Random(seed));
        measure(size, file, out, List.of("assess", "--no-links", "--quiet"));
        measure(size, file, out, List.of("backtest", "--json", "--quiet", rules.toString()));
      }
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(rules);
      Files.deleteIfExists(out);
      Files.delete(work);
    }
  }

  private static void measure(int ads, Path file, Path out, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var run = run(command, file, out);
    double seconds = (System.nanoTime() - start) / 1e9;
    long read;
    try (var written = Files.lines(out)) {
      read =
          command.contains("--json")
              ? JsonMapper.shared().readTree(Files.readString(out)).path("ads").asLong()
              : written.count();
    }
    if (run.exit() != 0 || read != ads) {
      throw new IllegalStateException(command.getFirst() + " exit " + run.exit() + ": " + read);
    }
    System.out.printf(
        "| %s | %d | %d | %.1f | %.0f | %.1f | %d |%n",
        command.getFirst(),
        ads,
        Files.size(file) >> 20,
        seconds,
        ads / seconds,
        run.processor().toMillis() / 1e3,
        run.peakKilobytes() >> 10);
  }

  private record Run(int exit, Duration processor, long peakKilobytes) {}

  private static Run run(List<String> command, Path file, Path out)
      throws IOException, InterruptedException {
    var line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:FreqInlineSize=50",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.maraude.standalone.Maraude"));
    line.addAll(command);
    line.add(file.toString());
    var process =
        new ProcessBuilder(line)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    var processor = Duration.ZERO;
    long peak = 0;
    // What a process used is told only while it lives.
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      processor = process.info().totalCpuDuration().orElse(processor);
      peak = Math.max(peak, peak(status));
    }
    return new Run(process.exitValue(), processor, peak);
  }

  private static long peak(Path status) throws IOException {
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static void write(Path file, int ads, Random random) throws IOException {
    try (var out = Files.newOutputStream(file);
        var buffered = new java.io.BufferedOutputStream(out)) {
      for (int i = 0; i < ads; i++) {
        buffered.write(EventJson.write(ad(i, random)));
        buffered.write('\n');
      }
    }
  }

  private static ObservedAd ad(int number, Random random) {
    var body = new ArrayList<String>();
    int words = 0;
    while (words < WORDS) {
      var sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
      body.add(sentence);
      words += sentence.split(" ").length;
    }
    body.add("%d ans.".formatted(23 + random.nextInt(30)));
    body.add("06 39 98 %02d %02d".formatted(random.nextInt(100), random.nextInt(100)));
    return new ObservedAd(
        "bench:" + number,
        "bench",
        "https://bench.test/" + number,
        SEEN,
        null,
        "Annonce à Dijon",
        String.join(" ", body),
        null,
        new Place("Dijon", "21", "FR"),
        Map.of(),
        0,
        "");
  }
}
