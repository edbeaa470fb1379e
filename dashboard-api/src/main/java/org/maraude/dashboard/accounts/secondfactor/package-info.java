/**
 * What somebody needs beside the password: a code by time from an application, or one of the
 * recovery codes kept for the day it is lost.
 */
@NullMarked
package org.maraude.dashboard.accounts.secondfactor;

import org.jspecify.annotations.NullMarked;
