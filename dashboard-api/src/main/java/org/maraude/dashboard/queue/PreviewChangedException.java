package org.maraude.dashboard.queue;

/** Something is no longer as the confirmed preview showed it; nothing was changed. */
public final class PreviewChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient BulkPreview now;

  PreviewChangedException(BulkPreview now) {
    super("an item changed since the preview; look at it again");
    this.now = now;
  }

  /** The preview as it would be by now. */
  public BulkPreview now() {
    return now;
  }
}
