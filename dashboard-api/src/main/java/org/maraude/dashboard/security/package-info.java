/** How people and scripts show who they are, and which path asks for which permission. */
@NullMarked
package org.maraude.dashboard.security;

import org.jspecify.annotations.NullMarked;
