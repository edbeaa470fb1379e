package org.maraude.dashboard.security;

import static org.maraude.dashboard.accounts.Permission.APPROVE_EXPORTS;
import static org.maraude.dashboard.accounts.Permission.APPROVE_PREVENTION;
import static org.maraude.dashboard.accounts.Permission.EDIT_BANDS;
import static org.maraude.dashboard.accounts.Permission.EDIT_CRIP;
import static org.maraude.dashboard.accounts.Permission.EDIT_GLOSSARY;
import static org.maraude.dashboard.accounts.Permission.EDIT_RESOURCES;
import static org.maraude.dashboard.accounts.Permission.FOLLOW_CASES;
import static org.maraude.dashboard.accounts.Permission.GO_ON_ROUNDS;
import static org.maraude.dashboard.accounts.Permission.KEEP_REGISTER;
import static org.maraude.dashboard.accounts.Permission.KEEP_TEMPLATES;
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
import static org.maraude.dashboard.accounts.Permission.REVIEW_ADULT;
import static org.maraude.dashboard.accounts.Permission.REVIEW_MINOR;
import static org.maraude.dashboard.accounts.Permission.WRITE_PREVENTION;

import java.util.Arrays;
import org.maraude.dashboard.accounts.Permission;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which path asks for which permission, for pages and API alike. An item's own queue is checked
 * once more where it is read: to somebody who may not see it, it does not exist.
 */
final class Access {

  private static final String API = "/api/v1";

  private Access() {}

  static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          paths) {
    paths
        .requestMatchers(
            "/login",
            "/login/provider",
            "/enrol",
            "/error",
            "/favicon.ico",
            "/favicon.svg",
            "/assets/**",
            "/css/**",
            "/js/**",
            "/icons/**",
            "/images/**",
            "/webjars/**",
            "/about/**",
            API + "/health",
            API + "/openapi.json")
        .permitAll();
    for (String prefix : new String[] {"", API}) {
      paths
          .requestMatchers(prefix + "/queues/minor/**")
          .hasAuthority(REVIEW_MINOR.name())
          .requestMatchers(prefix + "/queues/**")
          .hasAuthority(REVIEW_ADULT.name())
          .requestMatchers(prefix + "/items/*/contacts/**")
          .hasAuthority(OPEN_CONTACTS.name())
          .requestMatchers(prefix + "/items/**")
          .hasAnyAuthority(names(REVIEW_ADULT, REVIEW_MINOR))
          .requestMatchers(prefix + "/second-looks")
          .hasAuthority(REVIEW_MINOR.name())
          .requestMatchers(HttpMethod.GET, prefix + "/crip", prefix + "/crip/*")
          .hasAuthority(REVIEW_MINOR.name())
          .requestMatchers(prefix + "/crip/*")
          .hasAuthority(EDIT_CRIP.name())
          .requestMatchers(prefix + "/own-day")
          .hasAnyAuthority(names(REVIEW_ADULT, REVIEW_MINOR))
          .requestMatchers(prefix + "/searches", prefix + "/searches/**")
          .hasAnyAuthority(names(REVIEW_ADULT, REVIEW_MINOR))
          .requestMatchers(prefix + "/second-reads", prefix + "/second-reads/**")
          .hasAnyAuthority(names(REVIEW_ADULT, REVIEW_MINOR))
          .requestMatchers(prefix + "/bulks", prefix + "/bulks/**")
          .hasAuthority(REVIEW_ADULT.name())
          .requestMatchers(prefix + "/cases", prefix + "/cases/**")
          .hasAuthority(FOLLOW_CASES.name())
          .requestMatchers(prefix + "/objections")
          .hasAuthority(NOTE_OBJECTIONS.name())
          .requestMatchers(prefix + "/rounds/report", prefix + "/rounds/report.csv")
          .hasAuthority(READ_ROUND_REPORT.name())
          .requestMatchers(
              prefix + "/rounds/*/attempts", prefix + "/rounds/*/answers", "/rounds/draft-key")
          .hasAuthority(GO_ON_ROUNDS.name())
          .requestMatchers(HttpMethod.GET, "/rounds/new")
          .hasAuthority(PLAN_ROUNDS.name())
          .requestMatchers(HttpMethod.GET, prefix + "/rounds", prefix + "/rounds/*")
          .hasAuthority(GO_ON_ROUNDS.name())
          // All else plans a round or changes one.
          .requestMatchers(prefix + "/rounds", prefix + "/rounds/**")
          .hasAuthority(PLAN_ROUNDS.name())
          .requestMatchers(prefix + "/do-not-contact", prefix + "/do-not-contact/**")
          .hasAuthority(KEEP_REGISTER.name())
          .requestMatchers(prefix + "/templates", prefix + "/templates/**")
          .hasAuthority(KEEP_TEMPLATES.name())
          .requestMatchers(HttpMethod.POST, prefix + "/trends/**")
          .hasAuthority(EDIT_BANDS.name())
          .requestMatchers(HttpMethod.PUT, prefix + "/trends/**")
          .hasAuthority(EDIT_BANDS.name())
          .requestMatchers(HttpMethod.DELETE, prefix + "/trends/**")
          .hasAuthority(EDIT_BANDS.name())
          .requestMatchers(prefix + "/trends/**")
          .hasAuthority(READ_TRENDS.name())
          .requestMatchers(prefix + "/exports/*/approve", prefix + "/exports/*/refuse")
          .hasAuthority(APPROVE_EXPORTS.name())
          .requestMatchers(HttpMethod.GET, prefix + "/exports", prefix + "/exports/*")
          .hasAnyAuthority(names(READ_EXPORTS, APPROVE_EXPORTS))
          // Asking, and the packages themselves.
          .requestMatchers(prefix + "/exports", prefix + "/exports/**")
          .hasAuthority(READ_EXPORTS.name())
          .requestMatchers(HttpMethod.GET, prefix + "/sites")
          .hasAuthority(READ_SITES.name())
          // All below the list gives an order, or is the page that asks before one.
          .requestMatchers(prefix + "/sites/**")
          .hasAuthority(MANAGE_SITES.name())
          .requestMatchers(prefix + "/rules", prefix + "/rules/**")
          .hasAuthority(READ_RULES.name())
          // What came of a campaign may be read by who follows figures; the rest is for who plans.
          .requestMatchers(HttpMethod.GET, results(prefix))
          .hasAuthority(READ_PREVENTION.name())
          .requestMatchers(prefix + "/posts/*/approve", prefix + "/posts/*/send-back")
          .hasAuthority(APPROVE_PREVENTION.name())
          .requestMatchers(planning(prefix))
          .hasAuthority(WRITE_PREVENTION.name())
          .requestMatchers(HttpMethod.GET, prefix + "/glossary", prefix + "/resources")
          .hasAuthority(Stage.IN)
          .requestMatchers(prefix + "/glossary", prefix + "/glossary/*")
          .hasAuthority(EDIT_GLOSSARY.name())
          .requestMatchers(prefix + "/resources", prefix + "/resources/**")
          .hasAuthority(EDIT_RESOURCES.name())
          .requestMatchers(prefix + "/teams", prefix + "/teams/**")
          .hasAuthority(MANAGE_USERS.name())
          .requestMatchers(prefix + "/audit/**")
          .hasAuthority(READ_AUDIT.name());
    }
    paths
        .requestMatchers(API + "/**")
        .denyAll()
        .requestMatchers("/login/second", "/login/second/**")
        .hasAuthority(Stage.AWAITS_CODE.name())
        .requestMatchers("/account/second-factor", "/account/passkeys", "/account/passkeys/options")
        .hasAnyAuthority(Stage.IN_PERSON.name(), Stage.SETS_UP.name())
        // A token that leaked must not open the account of its owner.
        .requestMatchers("/account", "/account/**")
        .hasAuthority(Stage.IN_PERSON.name())
        // Nor may one, an admin's least of all, make more people.
        .requestMatchers("/people", "/people/**")
        .access(
            AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(MANAGE_USERS.name()),
                AuthorityAuthorizationManager.hasAuthority(Stage.IN_PERSON.name())))
        .requestMatchers("/logout")
        .authenticated()
        .anyRequest()
        .hasAuthority(Stage.IN);
  }

  private static String[] results(String prefix) {
    return new String[] {
      prefix + "/campaigns", prefix + "/campaigns/*/results", prefix + "/campaigns/*/results.csv"
    };
  }

  private static String[] planning(String prefix) {
    return new String[] {
      prefix + "/campaigns", prefix + "/campaigns/**", prefix + "/themes/**", prefix + "/posts/**"
    };
  }

  private static String[] names(Permission... permissions) {
    return Arrays.stream(permissions).map(Permission::name).toArray(String[]::new);
  }
}
