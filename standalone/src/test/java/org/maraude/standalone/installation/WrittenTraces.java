package org.maraude.standalone.installation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that a run has written, piece by piece, under the name of where it stands. */
final class WrittenTraces {

  private static final Duration POLL = Duration.ofMillis(200);

  private WrittenTraces() {}

  /** All records of all topics, internal ones and unfinished transactions too. */
  static Map<String, List<byte[]>> topics(String bootstrapServers)
      throws InterruptedException, ExecutionException {
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
    var traces = new TreeMap<String, List<byte[]>>();
    try (var admin = Admin.create(settings);
        var consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      names.forEach(name -> traces.put(name, new ArrayList<>()));
      var partitions =
          names.stream()
              .flatMap(name -> consumer.partitionsFor(name).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (var record : consumer.poll(POLL)) {
          traces.computeIfAbsent(record.topic(), name -> new ArrayList<>()).add(whole(record));
        }
      }
    }
    return traces;
  }

  private static byte[] whole(ConsumerRecord<byte[], byte[]> record) {
    var all = new ByteArrayOutputStream();
    if (record.key() != null) {
      all.writeBytes(record.key());
      all.write('\n');
    }
    if (record.value() != null) {
      all.writeBytes(record.value());
    }
    record
        .headers()
        .forEach(header -> {
          all.write('\n');
          all.writeBytes(header.value());
        });
    return all.toByteArray();
  }

  /** All rows of all tables but the system's, as text; a table without rows has none. */
  static Map<String, List<String>> tables(DataSource database) throws SQLException {
    var traces = new TreeMap<String, List<String>>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var found =
          statement.executeQuery(
              """
              select quote_ident(table_schema) || '.' || quote_ident(table_name)
              from information_schema.tables
              where table_type = 'BASE TABLE'
                and table_schema not in ('pg_catalog', 'information_schema')
              """)) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      for (var table : tables) {
        var rows = new ArrayList<String>();
        try (var found = statement.executeQuery("select each::text from " + table + " each")) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
        traces.put(table, rows);
      }
    }
    return traces;
  }

  /** Every file under a folder. */
  static Map<String, byte[]> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(file -> folder.relativize(file).toString(), WrittenTraces::read));
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
