package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "fec0::1"
      })
  void anAddressThatIsNotPublicIsRefused(String address) throws UnknownHostException {
    assertThat(AddressGuard.allows(InetAddress.getByName(address), false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1"})
  void aPublicAddressIsAllowed(String address) throws UnknownHostException {
    assertThat(AddressGuard.allows(InetAddress.getByName(address), false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void aLocalSiteMayUseLoopback(String address) throws UnknownHostException {
    assertThat(AddressGuard.allows(InetAddress.getByName(address), true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "fd00::1"})
  void aLocalSiteMayUseNothingElse(String address) throws UnknownHostException {
    assertThat(AddressGuard.allows(InetAddress.getByName(address), true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1", "127.0.0.1", "::1"})
  void aLiteralHostIsRefusedHoweverItIsWritten(String host) {
    assertThat(AddressGuard.refusesLiteral(host, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo.example", "8.8.8.8", "cafe.example", "a1.test"})
  void aNameIsLeftToTheResolver(String host) {
    assertThat(AddressGuard.refusesLiteral(host, false)).isFalse();
  }
}
