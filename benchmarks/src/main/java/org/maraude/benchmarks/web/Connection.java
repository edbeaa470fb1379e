package org.maraude.benchmarks.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client's connection: a request, its answer, the next request. */
final class Connection {

  private static final int LONGEST_HEAD = 16 * 1024;

  private record Exchange(String path, long begin, Answer answer) {}

  private final PageServer server;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final int host;
  private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
  private long begin;
  private @Nullable Exchange exchange;
  private @Nullable ByteBuffer out;

  Connection(PageServer server, SocketChannel channel, SelectionKey key, int host) {
    this.server = server;
    this.channel = channel;
    this.key = key;
    this.host = host;
  }

  void ready() {
    try {
      if (key.isReadable()) {
        read();
      }
      if (key.isValid() && key.isWritable()) {
        write();
      }
    } catch (IOException e) {
      end();
    }
  }

  private void read() throws IOException {
    if (head.position() == 0) {
      begin = System.nanoTime();
    }
    if (channel.read(head) < 0) {
      end();
      return;
    }
    int end = head.position();
    boolean complete =
        end >= 4
            && head.get(end - 4) == '\r'
            && head.get(end - 3) == '\n'
            && head.get(end - 2) == '\r'
            && head.get(end - 1) == '\n';
    if (complete && exchange == null) {
      begin(path(end));
    } else if (!head.hasRemaining()) {
      end();
    }
  }

  private String path(int end) {
    int from = "GET ".length();
    int to = from;
    while (to < end && head.get(to) != ' ') {
      to++;
    }
    return new String(head.array(), from, to - from, StandardCharsets.ISO_8859_1);
  }

  private void begin(String path) throws IOException {
    head.clear();
    var answer = server.answer(host, path, begin);
    exchange = new Exchange(path, begin, answer);
    if (answer.afterNanos() == 0) {
      send();
    } else {
      server.later(begin + answer.afterNanos(), this::sendLater);
    }
  }

  private void sendLater() {
    if (channel.isOpen()) {
      try {
        send();
      } catch (IOException e) {
        end();
      }
    }
  }

  private void send() throws IOException {
    if (exchange == null || exchange.answer().status() == 0) {
      end();
      return;
    }
    out = ByteBuffer.wrap(exchange.answer().bytes());
    write();
  }

  private void write() throws IOException {
    if (out == null || exchange == null) {
      return;
    }
    channel.write(out);
    if (out.hasRemaining()) {
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      return;
    }
    note(exchange, System.nanoTime());
    key.interestOps(SelectionKey.OP_READ);
    out = null;
    exchange = null;
  }

  private void note(Exchange done, long end) {
    var answer = done.answer();
    server.done(
        new Visit(host, done.begin(), end, answer.asksAfter(end), answer.status(), done.path()),
        answer.bytes().length);
  }

  /** The client is gone, or is sent away. */
  private void end() {
    if (exchange != null) {
      note(exchange, System.nanoTime());
      exchange = null;
    }
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
