/**
 * Many small sites on loopback addresses in one cheap process, with a log of every request. The
 * text of their ads is made up and bland.
 */
@NullMarked
package org.maraude.benchmarks.web;

import org.jspecify.annotations.NullMarked;
