/**
 * The analyzer between topics: {@code ads.observed}, {@code ads.seen}, {@code ads.gone} and {@code
 * rules} in, {@code ads.assessed} and {@code ads.volume} out, exactly once.
 *
 * <p>{@link org.maraude.analyzer.stream.AdLedger} and {@link
 * org.maraude.analyzer.stream.VolumeLedger} decide, as pure functions over records; processors
 * stand around them. A record that cannot be read goes to its topic's dead letters with the reason
 * and never stops the flow; {@link org.maraude.analyzer.stream.FailureDesk} judges what many
 * failures mean. No processor calls anything outside Kafka and the process.
 */
@NullMarked
package org.maraude.analyzer.stream;

import org.jspecify.annotations.NullMarked;
