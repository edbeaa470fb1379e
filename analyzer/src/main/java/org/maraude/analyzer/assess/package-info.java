/**
 * From one ad to a question worth a person's time, or none.
 *
 * <pre>{@code
 * Assessor assessor = new Assessor(AdReader.create(), keys.tokens(), keys.sealer());
 * Assessment assessment = assessor.assess(ad, rules, 1);
 * }</pre>
 *
 * <p>{@link org.maraude.analyzer.assess.Decision} is the pure heart: signs go in, score, queue and
 * reasons come out. Signs of one evidence group are capped together; below two groups no adult's ad
 * is put to anybody; a possible minor has a path of its own. The reasons ({@code why}) are:
 *
 * <ul>
 *   <li>{@code minor:age-below-18}, {@code minor:youth-wording}: what led to the minor path
 *   <li>{@code score:1.40}, {@code groups:2}: the sum and how many groups spoke
 *   <li>{@code capped:TEXT}: a group reached its cap
 *   <li>{@code protective:stated-limits}: a sign that speaks against a concern was found
 *   <li>{@code common:contact}, {@code common:text}: stands in more ads than are counted
 *   <li>{@code changed:NONE>ADULT}, {@code changed:shared-contact}: other ads made it rise, and
 *       what they added
 *   <li>{@code missing:second-group}, {@code missing:score:0.60}: what the adult queue lacked
 *   <li>{@code title-cut:100000}, {@code body-cut:100000}: the text was too long; what lies behind
 *       this unit was neither read nor shown
 * </ul>
 */
@NullMarked
package org.maraude.analyzer.assess;

import org.jspecify.annotations.NullMarked;
