package org.maraude.analyzer.links;

import org.maraude.analyzer.links.advertiser.Member;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.template.TemplateState;

/** All that the links remember: no text, no contact in clear. */
public interface LinkState extends TemplateState {

  /** By ad id. */
  Table<String, AdTrace> ads();

  /** By a contact's token. */
  Table<String, Profile> contacts();

  /** By {@link org.maraude.analyzer.links.advertiser.MemberName}. */
  Table<String, Member> members();
}
