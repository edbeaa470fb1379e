package org.maraude.dashboard.pages;

import java.util.Set;
import org.maraude.dashboard.accounts.Permission;

/**
 * What the frame of every page shows.
 *
 * @param demo whether all data are invented
 * @param provider the name of who lets people in beside us, or empty
 * @param language {@code fr} or {@code en}
 * @param otherLanguageHref the same page in the other language
 * @param name of who is signed in, or empty
 */
public record PageFacts(
    boolean demo,
    String provider,
    String language,
    String otherLanguageHref,
    String otherLanguageName,
    String name,
    Set<Permission> permissions) {

  public PageFacts {
    permissions = Set.copyOf(permissions);
  }

  public String otherLanguage() {
    return language.equals("fr") ? "en" : "fr";
  }

  public boolean signedIn() {
    return !name.isEmpty();
  }

  public boolean minor() {
    return permissions.contains(Permission.REVIEW_MINOR);
  }

  public boolean adult() {
    return permissions.contains(Permission.REVIEW_ADULT);
  }

  public boolean opensContacts() {
    return permissions.contains(Permission.OPEN_CONTACTS);
  }

  public boolean trends() {
    return permissions.contains(Permission.READ_TRENDS);
  }

  public boolean exports() {
    return permissions.contains(Permission.READ_EXPORTS)
        || permissions.contains(Permission.APPROVE_EXPORTS);
  }

  public boolean cases() {
    return permissions.contains(Permission.FOLLOW_CASES);
  }

  public boolean prevention() {
    return permissions.contains(Permission.READ_PREVENTION);
  }

  public boolean objections() {
    return permissions.contains(Permission.NOTE_OBJECTIONS);
  }

  public boolean rounds() {
    return permissions.contains(Permission.GO_ON_ROUNDS);
  }

  public boolean plansRounds() {
    return permissions.contains(Permission.PLAN_ROUNDS);
  }

  public boolean keepsRegister() {
    return permissions.contains(Permission.KEEP_REGISTER);
  }

  public boolean keepsTemplates() {
    return permissions.contains(Permission.KEEP_TEMPLATES);
  }

  public boolean roundReport() {
    return permissions.contains(Permission.READ_ROUND_REPORT);
  }

  public boolean rules() {
    return permissions.contains(Permission.READ_RULES);
  }

  public boolean managesSites() {
    return permissions.contains(Permission.MANAGE_SITES);
  }

  public boolean people() {
    return permissions.contains(Permission.MANAGE_USERS);
  }

  public boolean sites() {
    return permissions.contains(Permission.READ_SITES);
  }
}
