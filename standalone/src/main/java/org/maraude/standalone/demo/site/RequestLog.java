package org.maraude.standalone.demo.site;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/** The last requests, oldest first; hands each on to an observer as well. Thread-safe. */
public final class RequestLog implements Consumer<SiteRequest> {

  /** More than a first crawl of everything asks for. */
  public static final int MOST = 20_000;

  private final ArrayDeque<SiteRequest> requests = new ArrayDeque<>();
  private final Consumer<SiteRequest> observer;

  /**
   * @param observer sees every request, also those no longer kept; called by server threads
   */
  public RequestLog(Consumer<SiteRequest> observer) {
    this.observer = observer;
  }

  @Override
  public void accept(SiteRequest request) {
    synchronized (requests) {
      if (requests.size() == MOST) {
        requests.removeFirst();
      }
      requests.addLast(request);
    }
    observer.accept(request);
  }

  public List<SiteRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }
}
