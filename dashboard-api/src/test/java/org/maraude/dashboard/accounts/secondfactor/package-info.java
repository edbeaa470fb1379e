@NullMarked
package org.maraude.dashboard.accounts.secondfactor;

import org.jspecify.annotations.NullMarked;
