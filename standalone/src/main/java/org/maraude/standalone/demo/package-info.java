/**
 * The demo's synthetic classifieds: four invented sites, served on loopback by the program itself.
 *
 * <p>Start with {@link org.maraude.standalone.demo.DemoSites}. Everything is drawn from one seed
 * and one epoch (the instant of the first start): the same two give the same advertisers, the same
 * texts and the same future, so a restart goes on exactly where the world would have been.
 *
 * <ul>
 *   <li>{@code population}: who advertises, what they write, and the truth about each ad
 *   <li>{@code timeline}: when ads are posted, with an invented lockdown
 *   <li>{@code world}: which ads are listed at an instant
 *   <li>{@code site}: the HTML, the HTTP servers and their misbehaviour
 * </ul>
 *
 * <p>Synthetic data only: phone numbers come from the ranges reserved for fiction, addresses from
 * example.org, texts from bland phrase files. No ad states where somebody comes from, and no
 * picture exists.
 */
@NullMarked
package org.maraude.standalone.demo;

import org.jspecify.annotations.NullMarked;
