package org.maraude.dashboard.queue;

/** An idempotency key came a second time with another request. */
public final class KeyReusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeyReusedException() {
    super("this Idempotency-Key stood with another request; take a new one");
  }
}
