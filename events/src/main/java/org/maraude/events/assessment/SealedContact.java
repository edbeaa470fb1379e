package org.maraude.events.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Required;

/**
 * A contact that an ad names, sealed.
 *
 * @param token keyed hash of the canonical form: equal contacts have equal tokens, and nobody
 *     without the key gets from the token to the contact
 * @param sealed the contact encrypted for the dashboard, {@code keyId:base64}; the analyzer cannot
 *     open it again; empty only from {@code assess} on a file without {@code --keys}, never in a
 *     topic
 * @param masked what a reader may see, such as {@code 06 ** ** ** 04}
 * @param obfuscated whether the plain reading failed and a decoder was needed
 * @param spans where it stood
 * @param value the contact in clear; only ever from {@code assess --reveal-contacts}, never in a
 *     topic
 */
public record SealedContact(
    ContactKind kind,
    String token,
    String sealed,
    String masked,
    boolean obfuscated,
    List<Span> spans,
    @JsonProperty("value") @Nullable String value) {

  public SealedContact {
    Required.field(kind, "kind");
    Required.text(token, "token");
    Required.field(sealed, "sealed");
    Required.field(masked, "masked");
    spans = Required.list(spans);
  }

  @Override
  public String toString() {
    return "SealedContact[" + kind + ", " + token + "]";
  }
}
