package org.maraude.crawler.fetch;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Holds the client to one request for each call, as a permit allows. The client itself asks again
 * after a 503 whose Retry-After is zero, and fails over one that is too long a number, so that
 * header is kept from it.
 */
final class OneRequest implements Interceptor {

  private static final String RETRY_AFTER = "Retry-After";
  private static final String KEPT = "Maraude-Retry-After";
  private static final int LONGEST = 100;

  private static final class Made extends AtomicBoolean {
    private static final long serialVersionUID = 1L;
  }

  static Request.Builder mark(Request.Builder request) {
    return request.tag(Made.class, new Made());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var made = chain.request().tag(Made.class);
    if (made == null || made.getAndSet(true)) {
      throw new IOException("a permit is for one request");
    }
    var response = chain.proceed(chain.request());
    var asked = response.header(RETRY_AFTER);
    var kept = response.newBuilder().removeHeader(RETRY_AFTER).removeHeader(KEPT);
    return asked == null || asked.length() > LONGEST
        ? kept.build()
        : kept.header(KEPT, asked).build();
  }

  /** The Retry-After header as the site sent it; null where there is none of a sensible length. */
  static @Nullable String retryAfter(Response response) {
    return response.header(KEPT);
  }
}
