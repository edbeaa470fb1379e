/**
 * The four sites on the wire: their pages, robots.txt, site files and misbehaviour.
 *
 * <p>{@link org.maraude.standalone.demo.site.SitePages} is one site's make, without HTTP; {@link
 * org.maraude.standalone.demo.site.SiteServer} serves it on loopback and tells an observer about
 * every request. Pages link to {@code /media/} and to parts that robots.txt forbids, so that a log
 * shows that neither was asked.
 */
@NullMarked
package org.maraude.standalone.demo.site;

import org.jspecify.annotations.NullMarked;
