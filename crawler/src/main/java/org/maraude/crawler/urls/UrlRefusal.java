package org.maraude.crawler.urls;

/** Why a link is no page's address. */
public enum UrlRefusal {
  /** No URL by the WHATWG's rules, or none with a host. */
  NOT_A_URL,
  /** Neither http nor https: a mail address, a script, a file. */
  NOT_WEB,
  /** It carries a name or a password, which are somebody's. */
  CREDENTIALS,
  /** More than 2,048 characters. */
  TOO_LONG,
  /** A host that is an address in disguise: decimal, octal, hexadecimal or with parts left out. */
  ODD_HOST
}
