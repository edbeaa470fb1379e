package org.maraude.dashboard.audit;

/**
 * One place of the chain.
 *
 * @param place from 1 on, without a gap
 * @param hash of this line and, through the one before, of all earlier ones
 */
@SuppressWarnings("ArrayRecordComponent")
record Link(long place, byte[] hash) {

  static final Link BEGINNING = new Link(0, ChainKey.BEGINNING);
}
