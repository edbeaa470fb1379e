/** The analyzer on a file, without Kafka: the same functions as the stream. */
@NullMarked
package org.maraude.analyzer.file;

import org.jspecify.annotations.NullMarked;
