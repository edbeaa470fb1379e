package org.maraude.standalone.demo.population;

/**
 * How an invented advertiser works. Truth for measuring, never shown and never guessed by the
 * program.
 */
public enum Kind {
  /** One adult for herself or himself: by far the most. */
  INDEPENDENT,
  /** Two adults who share a phone and a text. */
  DUO,
  /** An openly named agency with a switchboard. */
  AGENCY,
  /** One adult who changes town every few days. */
  TOURING,
  /** One text in very many towns. */
  SPAMMER,
  /** One text, several aliases, rotating and hidden phones, somebody else who answers. */
  CONTROLLED_GROUP,
  /** States an age under 18 or a school below university. */
  POSSIBLE_MINOR
}
