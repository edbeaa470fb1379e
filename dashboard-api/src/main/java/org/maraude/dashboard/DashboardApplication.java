package org.maraude.dashboard;

import java.util.Locale;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The web application. Tables are there before it starts, hence no Flyway of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(basePackages = "org.maraude.dashboard")
class DashboardApplication implements WebMvcConfigurer {

  /** French, until somebody asks for English by {@code ?lang=en}. */
  @Bean
  LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("maraude-lang");
    resolver.setDefaultLocale(Locale.FRENCH);
    resolver.setRejectInvalidCookies(false);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Strict");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setIgnoreInvalidLocale(true);
    change.setParamName("lang");
    registry.addInterceptor(change);
  }
}
