/**
 * Which contacts belong to one advertiser, with guards against groups that grow for no reason.
 * Pure.
 */
@NullMarked
package org.maraude.analyzer.links.advertiser;

import org.jspecify.annotations.NullMarked;
