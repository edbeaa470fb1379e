package org.maraude.dashboard.queue;

import java.util.Locale;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.review.ReasonCode;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words in paths and forms; a word that is not ours answers 404 in a path, 400 elsewhere. */
@Configuration(proxyBeanMethods = false)
class Words implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, QueueKind.class, Words::queue);
    registry.addConverter(String.class, ItemStatus.class, orNull(ItemStatus.class));
    registry.addConverter(String.class, Outcome.class, orNull(Outcome.class));
    registry.addConverter(String.class, ReasonCode.class, orNull(ReasonCode.class));
  }

  private static QueueKind queue(String path) {
    return QueueKind.ofPath(path).orElseThrow(NoSuchItemException::new);
  }

  @SuppressWarnings("NullAway") // Converters may answer null; their type cannot say so.
  private static <E extends Enum<E>> Converter<String, E> orNull(Class<E> type) {
    return text -> {
      var word = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
      return word.isEmpty() ? null : Enum.valueOf(type, word);
    };
  }
}
