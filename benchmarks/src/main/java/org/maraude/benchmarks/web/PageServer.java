package org.maraude.benchmarks.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * HTTP/1.1 for many hosts, each at a loopback address of its own, by one thread: GET only, kept
 * alive. One more address tells what was served, at {@code /served} and {@code /log}.
 */
public final class PageServer implements Runnable {

  private static final int CONTROL = -1;
  private static final int HOSTS_PER_NET = 250;

  private record Later(long at, Runnable what) implements Comparable<Later> {
    @Override
    public int compareTo(Later other) {
      return Long.compare(at, other.at);
    }
  }

  private final Selector selector;
  private final Pages pages;
  private final AccessLog log;
  private final PriorityQueue<Later> later = new PriorityQueue<>();
  private final List<String> addresses = new ArrayList<>();
  private final String control;

  /**
   * Opens the hosts; {@link #run} then serves them.
   *
   * @param logged whether every request is kept, or only their number
   */
  public PageServer(int hosts, Pages pages, boolean logged) throws IOException {
    this.selector = Selector.open();
    this.pages = pages;
    this.log = new AccessLog(logged);
    for (int host = 0; host < hosts; host++) {
      addresses.add(open(address(host), host));
    }
    this.control = open("127.0.0.1", CONTROL);
  }

  private static String address(int host) {
    return "127.20.%d.%d".formatted(host / HOSTS_PER_NET, 1 + host % HOSTS_PER_NET);
  }

  private String open(String address, int host) throws IOException {
    var channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_ACCEPT, host);
    return address + ":" + ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** Address and port of each host. */
  public List<String> addresses() {
    return List.copyOf(addresses);
  }

  /** Address and port of what was served. */
  public String control() {
    return control;
  }

  /** Serves until the thread is interrupted. */
  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        selector.select(this::ready, untilLater());
        while (!later.isEmpty() && later.peek().at() <= System.nanoTime()) {
          later.remove().what().run();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the pages can no longer be served", e);
    }
  }

  private long untilLater() {
    if (later.isEmpty()) {
      return 0;
    }
    long nanos = later.element().at() - System.nanoTime();
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private void ready(SelectionKey key) {
    if (key.channel() instanceof ServerSocketChannel listening) {
      accept(listening, (int) key.attachment());
    } else if (key.attachment() instanceof Connection connection) {
      connection.ready();
    }
  }

  private void accept(ServerSocketChannel listening, int host) {
    try {
      for (var channel = listening.accept(); channel != null; channel = listening.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(this, channel, key, host));
      }
    } catch (IOException e) {
      // The client went before it was let in.
    }
  }

  Answer answer(int host, String path, long now) {
    if (host == CONTROL) {
      return path.equals("/log") ? log.whole() : log.served();
    }
    return pages.answer(host, path, now);
  }

  void later(long at, Runnable what) {
    later.add(new Later(at, what));
  }

  void done(Visit visit, long bytes) {
    if (visit.host() != CONTROL) {
      log.add(visit, bytes);
    }
  }
}
