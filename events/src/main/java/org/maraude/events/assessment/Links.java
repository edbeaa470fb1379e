package org.maraude.events.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What other ads tell about this one.
 *
 * @param advertiser opaque id of the linked group; null when nothing links
 * @param contactAds ads that name the same contact
 * @param contactAliases names under which they do
 * @param contactDepartements departments in which they do
 * @param template id of the group of near-duplicate texts
 * @param templateAds ads in it
 * @param templateContacts contacts in it
 */
public record Links(
    @Nullable String advertiser,
    int contactAds,
    int contactAliases,
    int contactDepartements,
    @Nullable String template,
    int templateAds,
    int templateContacts) {

  public static final Links NONE = new Links(null, 0, 0, 0, null, 0, 0);
}
