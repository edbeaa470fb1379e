package org.maraude.crawler.sitemap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error when more bytes come than allowed. */
final class CountedStream extends FilterInputStream {

  /** More came than is read of any sitemap. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  CountedStream(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new TooLargeException();
    }
  }
}
