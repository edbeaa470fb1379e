package org.maraude.crawler.fetch;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.maraude.events.crawl.Permit;

/**
 * Looks at the permit's lease once more in the moment before the request is sent: the process may
 * have been held still since it was looked at before, and another may have the key now.
 */
final class LeaseCheck implements Interceptor {

  /** The lease was over; nothing was sent. */
  static final class Over extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Clock clock;

  LeaseCheck(Clock clock) {
    this.clock = clock;
  }

  static Request.Builder mark(Request.Builder request, Permit permit) {
    return request.tag(Permit.class, permit);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var permit = chain.request().tag(Permit.class);
    if (permit == null || !clock.instant().isBefore(permit.leaseEnd())) {
      throw new Over();
    }
    return chain.proceed(chain.request());
  }
}
