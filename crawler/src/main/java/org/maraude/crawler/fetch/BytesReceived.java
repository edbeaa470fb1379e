package org.maraude.crawler.fetch;

import okhttp3.Call;
import okhttp3.EventListener;
import org.maraude.crawler.site.SiteFile;

/** Tells the size of each answer's body as it came, before anything is unpacked. */
final class BytesReceived extends EventListener {

  private final Fetcher.Received received;

  BytesReceived(Fetcher.Received received) {
    this.received = received;
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    var site = call.request().tag(SiteFile.class);
    if (site != null) {
      received.bytes(site.id(), byteCount);
    }
  }
}
