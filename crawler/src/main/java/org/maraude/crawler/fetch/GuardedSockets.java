package org.maraude.crawler.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that look at the address again in the moment they connect: whatever led there, a literal
 * host, a name that changed its address since it was resolved, nothing reaches a refused one.
 */
final class GuardedSockets extends SocketFactory {

  private final boolean local;

  GuardedSockets(boolean local) {
    this.local = local;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(local);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("only unconnected sockets are made here");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw new IOException("only unconnected sockets are made here");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new IOException("only unconnected sockets are made here");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw new IOException("only unconnected sockets are made here");
  }

  private static final class GuardedSocket extends Socket {

    private final boolean local;

    private GuardedSocket(boolean local) {
      this.local = local;
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      if (!(to instanceof InetSocketAddress inet)
          || inet.getAddress() == null
          || !AddressGuard.allows(inet.getAddress(), local)) {
        throw new AddressRefusedException();
      }
      super.connect(to, timeout);
    }
  }
}
