package org.maraude.dashboard.accounts;

import static org.maraude.dashboard.accounts.Permission.APPROVE_EXPORTS;
import static org.maraude.dashboard.accounts.Permission.APPROVE_PREVENTION;
import static org.maraude.dashboard.accounts.Permission.ASSIGN;
import static org.maraude.dashboard.accounts.Permission.EDIT_BANDS;
import static org.maraude.dashboard.accounts.Permission.EDIT_CRIP;
import static org.maraude.dashboard.accounts.Permission.EDIT_GLOSSARY;
import static org.maraude.dashboard.accounts.Permission.EDIT_RESOURCES;
import static org.maraude.dashboard.accounts.Permission.FOLLOW_CASES;
import static org.maraude.dashboard.accounts.Permission.GO_ON_ROUNDS;
import static org.maraude.dashboard.accounts.Permission.KEEP_REGISTER;
import static org.maraude.dashboard.accounts.Permission.KEEP_TEMPLATES;
import static org.maraude.dashboard.accounts.Permission.LEAD_CASES;
import static org.maraude.dashboard.accounts.Permission.MANAGE_SITES;
import static org.maraude.dashboard.accounts.Permission.MANAGE_USERS;
import static org.maraude.dashboard.accounts.Permission.NOTE_OBJECTIONS;
import static org.maraude.dashboard.accounts.Permission.OPEN_CONTACTS;
import static org.maraude.dashboard.accounts.Permission.PLAN_ROUNDS;
import static org.maraude.dashboard.accounts.Permission.READ_AUDIT;
import static org.maraude.dashboard.accounts.Permission.READ_EXPORTS;
import static org.maraude.dashboard.accounts.Permission.READ_PREVENTION;
import static org.maraude.dashboard.accounts.Permission.READ_ROUND_REPORT;
import static org.maraude.dashboard.accounts.Permission.READ_RULES;
import static org.maraude.dashboard.accounts.Permission.READ_SITES;
import static org.maraude.dashboard.accounts.Permission.READ_TRENDS;
import static org.maraude.dashboard.accounts.Permission.REVERSE_DECISIONS;
import static org.maraude.dashboard.accounts.Permission.REVIEW_ADULT;
import static org.maraude.dashboard.accounts.Permission.REVIEW_MINOR;
import static org.maraude.dashboard.accounts.Permission.WRITE_PREVENTION;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is in the team. Nobody's role covers everything: an admin sees no case. */
public enum Role {
  /** Reads the queues and goes on rounds. */
  OUTREACH(
      REVIEW_ADULT,
      REVIEW_MINOR,
      OPEN_CONTACTS,
      FOLLOW_CASES,
      NOTE_OBJECTIONS,
      GO_ON_ROUNDS,
      WRITE_PREVENTION,
      READ_PREVENTION,
      READ_TRENDS,
      READ_SITES),
  /** As outreach, and answers for the team. */
  LEAD(
      REVIEW_ADULT,
      REVIEW_MINOR,
      OPEN_CONTACTS,
      EDIT_CRIP,
      ASSIGN,
      REVERSE_DECISIONS,
      FOLLOW_CASES,
      LEAD_CASES,
      NOTE_OBJECTIONS,
      GO_ON_ROUNDS,
      PLAN_ROUNDS,
      KEEP_REGISTER,
      KEEP_TEMPLATES,
      READ_ROUND_REPORT,
      WRITE_PREVENTION,
      APPROVE_PREVENTION,
      READ_PREVENTION,
      EDIT_GLOSSARY,
      EDIT_RESOURCES,
      READ_TRENDS,
      EDIT_BANDS,
      READ_SITES,
      READ_RULES,
      APPROVE_EXPORTS,
      READ_AUDIT),
  /** Follows volumes; never a case. */
  ANALYST(READ_PREVENTION, READ_TRENDS, EDIT_BANDS, READ_ROUND_REPORT, APPROVE_EXPORTS, READ_SITES),
  /** Takes exports; of the rest only how the crawl stands. */
  RESEARCHER(READ_EXPORTS, READ_SITES),
  /** Keeps the installation running; never a case. */
  ADMIN(READ_SITES, READ_RULES, MANAGE_SITES, READ_AUDIT, MANAGE_USERS);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /**
   * The role of a name as people write it, in any case.
   *
   * @throws AccountException when there is none
   */
  public static Role named(String name) {
    for (Role role : values()) {
      if (role.name().equalsIgnoreCase(name.strip())) {
        return role;
      }
    }
    var known =
        Arrays.stream(values())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new AccountException("no role is called '" + name + "'; the roles are " + known);
  }
}
