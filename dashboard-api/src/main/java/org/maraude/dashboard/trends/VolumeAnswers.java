package org.maraude.dashboard.trends;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Volumes for what builds on them. Thread safe. */
@Component
public class VolumeAnswers {

  private final Volumes volumes;

  VolumeAnswers(Volumes volumes) {
    this.volumes = volumes;
  }

  /**
   * The answer to a question as it comes in a request; what is left out is the usual.
   *
   * @throws BadVolumeQueryException with what is wrong
   */
  public VolumeTable answer(
      @Nullable String from,
      @Nullable String to,
      @Nullable String by,
      @Nullable String split,
      @Nullable String measure) {
    return volumes.answer(
        VolumeQuery.parse(
            new VolumeQuery.Asked(from, to, by, split, measure, null, null), volumes.today()));
  }
}
