package org.maraude.crawler.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which addresses a crawler may speak to: public ones, so that a link or a DNS answer cannot send
 * it into the operator's own network. A site marked local may use loopback, and nothing else that
 * is not public.
 */
final class AddressGuard {

  private AddressGuard() {}

  static boolean allows(InetAddress address, boolean local) {
    if (address instanceof Inet6Address six) {
      return sixAllowed(six, local);
    }
    if (address.isLoopbackAddress()) {
      return local;
    }
    return address instanceof Inet4Address && isPublic(address.getAddress());
  }

  private static boolean sixAllowed(Inet6Address six, boolean local) {
    if (six.isLoopbackAddress()) {
      return local;
    }
    var bytes = six.getAddress();
    var four = embedded(bytes);
    if (four != null) {
      return isPublic(four);
    }
    boolean documentation =
        bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8;
    // 2000::/3 is all of the public space (RFC 4291, 2.4): ULA, link-local and multicast lie
    // beyond.
    return (bytes[0] & 0xe0) == 0x20 && !documentation;
  }

  /** The IPv4 address inside a mapped, NAT64 (RFC 6052) or 6to4 (RFC 3056) one, or null. */
  private static byte @org.jspecify.annotations.Nullable [] embedded(byte[] six) {
    boolean leadingZeros = true;
    for (int i = 0; i < 10; i++) {
      leadingZeros &= six[i] == 0;
    }
    boolean mapped = leadingZeros && (six[10] == six[11]) && (six[10] == 0 || six[10] == -1);
    boolean nat64 = six[0] == 0 && six[1] == 0x64 && six[2] == (byte) 0xff && six[3] == (byte) 0x9b;
    if (mapped || nat64) {
      return new byte[] {six[12], six[13], six[14], six[15]};
    }
    boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
    return sixToFour ? new byte[] {six[2], six[3], six[4], six[5]} : null;
  }

  /** By the IANA registry of special-purpose addresses (RFC 6890). */
  private static boolean isPublic(byte[] four) {
    int a = four[0] & 0xff;
    int b = four[1] & 0xff;
    int c = four[2] & 0xff;
    boolean own = a == 0 || a == 10 || a == 127 || a >= 224;
    boolean shared = a == 100 && b >= 64 && b < 128;
    boolean linkLocal = a == 169 && b == 254;
    boolean own172 = a == 172 && b >= 16 && b < 32;
    boolean own192 =
        a == 192 && (b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99));
    boolean tests =
        (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
            || (a == 203 && b == 0 && c == 113);
    return !(own || shared || linkLocal || own172 || own192 || tests);
  }

  /** Whether a host that is an address in writing, in any form a resolver takes, is refused. */
  static boolean refusesLiteral(String host, boolean local) {
    boolean number = host.matches("(0[xX])?[0-9a-fA-F.]+") && host.matches(".*\\d.*");
    if (!host.contains(":") && !number) {
      return false;
    }
    try {
      return !allows(InetAddress.getByName(host), local);
    } catch (UnknownHostException e) {
      return host.contains(":");
    }
  }
}
