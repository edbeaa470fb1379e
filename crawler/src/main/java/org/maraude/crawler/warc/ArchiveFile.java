package org.maraude.crawler.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import org.maraude.crawler.extract.Page;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * One file of response records, WARC 1.1, a gzip member each. For its owner's eyes only: mode 0600
 * in folders 0700. Used by one thread.
 */
final class ArchiveFile implements AutoCloseable {

  private static final FileAttribute<?> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** They speak of a form that the body no longer has; cookies are nobody's business. */
  private static final Set<String> LEFT_OUT =
      Set.of("content-encoding", "transfer-encoding", "content-length", "set-cookie");

  private final FileChannel channel;

  private ArchiveFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file to append to, without the half of a record that a killed program may have left.
   */
  static ArchiveFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent(), PRIVATE_FOLDER);
    var options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var channel = FileChannel.open(file, options, PRIVATE_FILE);
    long whole = endOfWholeRecords(channel);
    channel.truncate(whole).position(whole);
    return new ArchiveFile(channel);
  }

  private static long endOfWholeRecords(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return 0;
    }
    // Not closed: it would close the channel.
    var reader = new WarcReader(channel);
    try {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        next.get().body().consume();
      }
      return channel.size();
    } catch (IOException e) {
      return reader.position();
    }
  }

  /** Appends a record, or leaves the file as it was. */
  void append(Page page, int status, Headers headers) throws IOException {
    long before = channel.position();
    try {
      var bytes = ByteBuffer.wrap(record(page, status, headers));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  private static byte[] record(Page page, int status, Headers headers) throws IOException {
    var block = block(page, status, headers);
    var record =
        new WarcResponse.Builder(page.url())
            .version(MessageVersion.WARC_1_1)
            .date(page.fetchedAt())
            .blockDigest(sha1(block))
            .body(MediaType.HTTP_RESPONSE, block)
            .build();
    var bytes = new ByteArrayOutputStream();
    new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP).write(record);
    return bytes.toByteArray();
  }

  private static byte[] block(Page page, int status, Headers headers) throws IOException {
    var head = new StringBuilder("HTTP/1.1 %d %s\r\n".formatted(status, status == 200 ? "OK" : ""));
    for (var header : headers) {
      if (!LEFT_OUT.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
        head.append(header.getFirst()).append(": ").append(header.getSecond()).append("\r\n");
      }
    }
    head.append("Content-Length: ").append(page.body().length).append("\r\n\r\n");
    var block = new ByteArrayOutputStream();
    block.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    block.write(page.body());
    return block.toByteArray();
  }

  private static WarcDigest sha1(byte[] block) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      digest.update(block);
      return new WarcDigest(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
