/**
 * One installation in this JVM: broker, database, crawler, analyzer and dashboard, started and
 * stopped together over one data folder.
 */
@NullMarked
package org.maraude.standalone.installation;

import org.jspecify.annotations.NullMarked;
