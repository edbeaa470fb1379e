package org.maraude.dashboard.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.PublicAddress;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Passwords;
import org.maraude.dashboard.accounts.People;
import org.maraude.dashboard.accounts.ProviderAccounts;
import org.maraude.dashboard.audit.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two doors. Scripts come with a bearer token: no session, no CSRF token, because a foreign page
 * cannot make a browser send that header. People log in with a form and keep a session cookie; all
 * that changes anything asks for the CSRF token.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  /** Nothing but our own files, and nothing inline. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=()";

  @Bean
  PasswordEncoder passwordEncoder() {
    return Passwords.encoder();
  }

  @Bean
  SignInLimits signInLimits(Clock clock) {
    return new SignInLimits(clock);
  }

  @Bean
  CodeLimits codeLimits(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
    return new CodeLimits(sql, transaction, clock);
  }

  @Bean
  ProviderAccounts providerAccounts(Accounts accounts, DataSource database, Clock clock) {
    return new ProviderAccounts(accounts, database, clock);
  }

  /** Where the configuration names one; otherwise no such bean. */
  @Bean
  @Nullable Provider provider(DashboardConfig config, PublicAddress address) {
    var named = config.signIn().provider();
    return named == null ? null : new Provider(named, address);
  }

  @Bean
  @Order(1)
  SecurityFilterChain forScripts(HttpSecurity http, Accounts accounts) throws Exception {
    http.securityMatcher(BearerFilter::carriesToken)
        .authorizeHttpRequests(paths -> {
          paths.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
          Access.rules(paths);
        })
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new BearerFilter(accounts), UsernamePasswordAuthenticationFilter.class)
        .logout(logout -> logout.disable())
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(Refusals::unknown)
                .accessDeniedHandler(Refusals::forbidden));
    return headers(http).build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain forPeople(
      HttpSecurity http,
      SignInLimits limits,
      Audit audit,
      Clock clock,
      Optional<Provider> provider,
      ProviderAccounts accounts,
      People people,
      SignInAccounts stages,
      WayIn wayIn)
      throws Exception {
    if (provider.isPresent()) {
      withProvider(
          http,
          provider.get(),
          new ProviderOutcome(provider.get(), accounts, people, stages, wayIn, audit));
    }
    var toLogIn = new LoginUrlAuthenticationEntryPoint("/login");
    http.authorizeHttpRequests(
            paths -> {
              paths
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll();
              Access.rules(paths);
            })
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .formLogin(form ->
            form.loginPage("/login")
                .successHandler(new SignInOutcome.Success(limits, audit))
                .failureHandler(new SignInOutcome.Failure(limits, audit))
                .permitAll())
        .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?logout"))
        .addFilterBefore(limits, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new SessionAge(clock), SecurityContextHolderFilter.class)
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(Refusals.unknownOr(toLogIn))
                .accessDeniedHandler(Refusals::forbiddenOrNextStep));
    return headers(http).build();
  }

  private static void withProvider(HttpSecurity http, Provider provider, ProviderOutcome outcome)
      throws Exception {
    http.oauth2Login(login ->
        login
            .loginPage("/login")
            .clientRegistrationRepository(
                id -> id.equals(Provider.ID) ? provider.registration() : null)
            .authorizedClientRepository(new NoTokensKept())
            // The identity token says who it is; nothing more is asked for.
            .userInfoEndpoint(asked ->
                asked.oidcUserService(request ->
                    new DefaultOidcUser(
                        Set.of(new SimpleGrantedAuthority("FROM_PROVIDER")), request.getIdToken())))
            .successHandler(outcome::succeeded)
            .failureHandler(outcome::failed));
  }

  private static HttpSecurity headers(HttpSecurity http) throws Exception {
    return http.headers(headers ->
        headers
            .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
            .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES)));
  }
}
