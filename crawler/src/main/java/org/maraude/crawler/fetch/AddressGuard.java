package org.maraude.crawler.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.maraude.crawler.urls.CanonicalUrl;

/**
 * Which addresses a crawler may speak to: public ones, so that a link or a DNS answer cannot send
 * it into the operator's own network. A site marked local may use loopback, and nothing else that
 * is not public.
 */
final class AddressGuard {

  /** A network by its first bits. */
  private record Network(byte[] start, int bits) {

    static Network of(String written) {
      int slash = written.indexOf('/');
      try {
        // Literals, so nothing is asked of a resolver.
        var start = InetAddress.getByName(written.substring(0, slash)).getAddress();
        return new Network(start, Integer.parseInt(written.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(written, e);
      }
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** By the IANA registry of special-purpose addresses (RFC 6890), and multicast. */
  private static final List<Network> NOT_PUBLIC_FOUR =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10", // CGNAT
          "127.0.0.0/8",
          "169.254.0.0/16", // link-local, with the metadata service of many hosters
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3"); // multicast, reserved, broadcast

  /** All of the public space (RFC 4291, 2.4): ULA, link-local, mapped and multicast lie beyond. */
  private static final Network PUBLIC_SIX = Network.of("2000::/3");

  private static final List<Network> NOT_PUBLIC_SIX =
      networks(
          "2001::/23", // protocol assignments, with Teredo's tunnels
          "2001:db8::/32",
          "3fff::/20"); // documentation (RFC 9637)

  private static final Network SIX_TO_FOUR = Network.of("2002::/16");

  /** The prefix by which IPv6-only networks reach IPv4 (RFC 6052, 2.1). */
  private static final Network NAT64 = Network.of("64:ff9b::/96");

  private AddressGuard() {}

  private static List<Network> networks(String... written) {
    return List.of(written).stream().map(Network::of).toList();
  }

  static boolean allows(InetAddress address, boolean local) {
    if (address.isLoopbackAddress()) {
      return local;
    }
    return switch (address) {
      case Inet4Address four -> publicFour(four.getAddress());
      case Inet6Address six -> publicSix(six.getAddress());
      default -> false;
    };
  }

  private static boolean publicFour(byte[] four) {
    return NOT_PUBLIC_FOUR.stream().noneMatch(network -> network.holds(four));
  }

  private static boolean publicSix(byte[] six) {
    if (NAT64.holds(six)) {
      return publicFour(new byte[] {six[12], six[13], six[14], six[15]});
    }
    if (SIX_TO_FOUR.holds(six)) {
      return publicFour(new byte[] {six[2], six[3], six[4], six[5]});
    }
    return PUBLIC_SIX.holds(six)
        && NOT_PUBLIC_SIX.stream().noneMatch(network -> network.holds(six));
  }

  /**
   * Whether a host that is an address in writing is refused: always, but for loopback in its usual
   * form on a local site. A public address in the place of a name has no owner to be polite to.
   */
  static boolean refusesLiteral(String host, boolean local) {
    boolean six = host.indexOf(':') >= 0;
    boolean four =
        !host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    if (!six && !four) {
      return CanonicalUrl.oddHost(host);
    }
    if (!local || CanonicalUrl.oddHost(host)) {
      return true;
    }
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
