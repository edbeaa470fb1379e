package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maraude.analyzer.extract.addresses.HandleReader;
import org.maraude.analyzer.extract.addresses.LinkReader;
import org.maraude.analyzer.extract.addresses.MailReader;
import org.maraude.analyzer.extract.addresses.NetworkLinks;
import org.maraude.analyzer.extract.digits.NumberReader;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.phones.OtherFigures;
import org.maraude.analyzer.extract.phones.PhoneReader;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.extract.reading.Compact;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;

/**
 * The contacts of a text. Readers take turns, and what one has read is nobody else's: addresses,
 * links and names first, then figures that are no phone whatever their digits, then phones.
 */
final class ContactReader {

  private static final List<String> PHONE_FIELDS =
      List.of("phone", "tel", "mobile", "whatsapp", "contact");

  /** Contacts, and figures that would dial but stand as references. */
  record Read(List<Hit> hits, List<OtherFigures.Stretch> setAside) {}

  private final MailReader mails = new MailReader();
  private final NetworkLinks networkLinks = new NetworkLinks();
  private final HandleReader handles = new HandleReader();
  private final LinkReader links = new LinkReader();
  private final NumberReader numbers;
  private final PhoneReader phones;

  ContactReader(NumberReader numbers) {
    this.numbers = numbers;
    this.phones = new PhoneReader(numbers);
  }

  Read read(FoldedText text, List<NumberToken> tokens, String region) {
    Compact compact = Compact.of(text);
    Stretches taken = new Stretches();
    List<Hit> hits = new ArrayList<>(mails.read(compact, taken));
    hits.addAll(networkLinks.read(compact, taken));
    hits.addAll(handles.handles(compact, taken));
    hits.addAll(links.read(compact, taken));
    List<OtherFigures.Stretch> setAside = new ArrayList<>();
    if (PhoneReader.mayHoldOne(tokens)) {
      for (OtherFigures.Stretch each : OtherFigures.mark(text.folded(), taken)) {
        if (PhoneReader.dials(tokens, each.start(), each.end(), region)) {
          setAside.add(each);
        }
      }
      hits.addAll(phones.read(text, tokens, region, taken));
    }
    return new Read(hits, setAside);
  }

  /** Contacts in fields that the site sets apart for them. */
  List<Hit> fields(Map<String, String> fields, String region) {
    return fields.entrySet().stream()
        .filter(field -> isForPhones(field.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(field -> field(AdText.readable(field.getValue()), region).stream())
        .toList();
  }

  private static boolean isForPhones(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PHONE_FIELDS.stream().anyMatch(lower::contains);
  }

  private List<Hit> field(String value, String region) {
    FoldedText text = FoldedText.of(value);
    return read(text, numbers.read(text), region).hits();
  }
}
