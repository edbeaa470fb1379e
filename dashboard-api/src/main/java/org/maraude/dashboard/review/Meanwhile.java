package org.maraude.dashboard.review;

/** Why an item cannot be acted on as the sender last saw it. */
public enum Meanwhile {
  /** It is decided. */
  DECIDED,
  /** A later assessment took it out of its queue. */
  WITHDRAWN,
  /** Somebody else claimed it. */
  CLAIMED_BY_ANOTHER,
  /** The sender's own claim was renewed since: an older page was open. */
  CLAIMED_AGAIN,
  /** Nobody holds it: the claim was released, ran out, or ended with a new assessment. */
  CLAIM_OVER,
  /** The sender has said what they think; another person is awaited. */
  OPINION_GIVEN,
  /** Nothing on the item is the sender's to take back, or no longer. */
  NOTHING_TO_TAKE_BACK,
  /** Whom the item is to be handed to cannot take it: another queue, or heard already. */
  CANNOT_TAKE_IT
}
