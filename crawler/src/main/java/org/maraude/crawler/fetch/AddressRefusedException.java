package org.maraude.crawler.fetch;

import java.io.IOException;

/** A connection that the address guard stopped before its first byte. */
final class AddressRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  AddressRefusedException() {
    super("address refused");
  }
}
