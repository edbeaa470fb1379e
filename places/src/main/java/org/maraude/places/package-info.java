/** The official list of French communes, departments and regions. */
@NullMarked
package org.maraude.places;

import org.jspecify.annotations.NullMarked;
