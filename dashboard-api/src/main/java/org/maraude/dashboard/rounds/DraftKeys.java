package org.maraude.dashboard.rounds;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The key under which a browser keeps an attempt while there is no network. It belongs to the
 * session: it ends with it, and what is left in the browser then opens to nobody.
 */
@Controller
class DraftKeys {

  private static final String KEY = DraftKeys.class.getName() + ".key";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /**
   * What the script needs to keep and to send a draft.
   *
   * @param key of AES-256, in base 64
   * @param name whose session it is
   * @param header in which {@code token} goes with a write
   */
  record DraftKey(String key, String name, String header, String token) {

    @Override
    public String toString() {
      return "DraftKey[" + name + "]";
    }
  }

  @GetMapping("/rounds/draft-key")
  @ResponseBody
  ResponseEntity<DraftKey> key(
      @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
    // A script has neither a session nor a browser to keep anything in.
    if (!(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf)) {
      return ResponseEntity.notFound().build();
    }
    var session = request.getSession();
    var key = session.getAttribute(KEY) instanceof String kept ? kept : drawn();
    session.setAttribute(KEY, key);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new DraftKey(key, person.getUsername(), csrf.getHeaderName(), csrf.getToken()));
  }

  private String drawn() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
