package org.maraude.analyzer.stream;

import java.time.InstantSource;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.meters.AnalyzerMeters;

/**
 * What the processors of one instance share. Each is thread safe.
 *
 * @param partitions how many the topics of ads have
 */
public record AnalyzerParts(
    Assessor assessor,
    RuleBook book,
    FailureDesk failures,
    LinkTrouble linkTrouble,
    StreamProgress progress,
    AnalyzerMeters meters,
    int partitions,
    InstantSource clock) {}
