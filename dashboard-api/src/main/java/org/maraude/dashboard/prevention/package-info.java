/**
 * Prevention on social networks beside the outreach: campaigns with a theme each fortnight, posts
 * and stories that a lead approves, partners that pass them on, and what came of it as counts. A
 * person publishes and notes it; the program publishes nothing and answers nobody.
 */
@NullMarked
package org.maraude.dashboard.prevention;

import org.jspecify.annotations.NullMarked;
