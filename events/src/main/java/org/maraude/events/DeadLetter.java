package org.maraude.events;

/** The headers of a record in a dead-letter topic. Its key and value are the bytes as they came. */
public final class DeadLetter {

  /** Why it could not be taken, in one line without any of its content. */
  public static final String REASON = "maraude.reason";

  /** The topic it came from. */
  public static final String TOPIC = "maraude.topic";

  /** The partition it came from, in decimal digits. */
  public static final String PARTITION = "maraude.partition";

  /** Its offset there, in decimal digits. */
  public static final String OFFSET = "maraude.offset";

  private DeadLetter() {}
}
