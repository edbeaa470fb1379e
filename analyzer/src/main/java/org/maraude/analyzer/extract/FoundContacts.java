package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.contacts.CanonicalContact;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Span;

/** One contact for each value, with all its places. */
final class FoundContacts {

  private FoundContacts() {}

  /** A contact is obfuscated only when it stands nowhere in plain form, not even in a field. */
  static List<FoundContact> merge(AdText text, List<Hit> hits, List<Hit> fromFields) {
    Map<CanonicalContact, List<Span>> spans = new LinkedHashMap<>();
    Map<CanonicalContact, Boolean> plain = new LinkedHashMap<>();
    for (Hit hit : hits) {
      spans
          .computeIfAbsent(hit.contact(), contact -> new ArrayList<>())
          .addAll(text.spans(hit.start(), hit.end()));
      plain.merge(hit.contact(), hit.plain(), Boolean::logicalOr);
    }
    for (Hit hit : fromFields) {
      spans.computeIfAbsent(hit.contact(), contact -> new ArrayList<>());
      plain.merge(hit.contact(), hit.plain(), Boolean::logicalOr);
    }
    List<FoundContact> found = new ArrayList<>();
    spans.forEach((contact, where) ->
        found.add(
            new FoundContact(
                kind(contact), contact.value(), !plain.getOrDefault(contact, false), where)));
    return found;
  }

  private static ContactKind kind(CanonicalContact contact) {
    return switch (contact.kind()) {
      case PHONE -> ContactKind.PHONE;
      case EMAIL -> ContactKind.EMAIL;
      case HANDLE -> ContactKind.HANDLE;
      case LINK -> ContactKind.LINK;
    };
  }
}
