/** Where to find help: helplines and pages that leads keep right, also on the public page. */
@NullMarked
package org.maraude.dashboard.resources;

import org.jspecify.annotations.NullMarked;
