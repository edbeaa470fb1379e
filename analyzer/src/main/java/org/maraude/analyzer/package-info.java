/**
 * From a listing to a question worth a person's time.
 *
 * <pre>{@code
 * try (Analyzer analyzer = Analyzer.start(AnalyzerConfig.of("127.0.0.1:9092", state, keys))) {
 *   analyzer.progress();      // assessed, adult, minor, refused
 * }
 * }</pre>
 *
 * <p>Pure packages first: {@code text} (words and places), {@code extract} (contacts, ages, prices,
 * names, places), {@code masking} (nothing leaves in clear), {@code facts} and {@code rules} (what
 * is looked for, and why), {@code assess} (score, queue, reasons). {@code stream} wires them
 * between topics, {@code file} wires the same functions to a file. RATIONALE.md says why things are
 * as they are.
 */
@NullMarked
package org.maraude.analyzer;

import org.jspecify.annotations.NullMarked;
