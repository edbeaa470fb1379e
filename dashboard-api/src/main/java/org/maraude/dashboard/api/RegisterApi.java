package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.retention.StatedContact;
import org.maraude.dashboard.rounds.Register;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of those whom nobody contacts: keyed tokens, neither contacts nor names. */
@RestController
@RequestMapping("/api/v1/do-not-contact")
@Tag(name = "rounds")
class RegisterApi {

  private static final int PAGE = 100;

  record RegisterList(List<Register.Row> items, @Nullable String next) {}

  /**
   * Whose contact.
   *
   * @param contact as it is written: a number, an address, {@code network:handle} or a link
   */
  record RegisterRequest(@Nullable ContactKind kind, @Nullable String contact) {

    @Override
    public String toString() {
      return "RegisterRequest[" + kind + "]";
    }
  }

  private final Register register;
  private final Audit audit;

  RegisterApi(Register register, Audit audit) {
    this.register = register;
    this.audit = audit;
  }

  @GetMapping
  @Operation(
      summary = "Whom nobody contacts, the latest first",
      description = "Every objection, refusal, wrong number and wish for no more contact is here.")
  RegisterList all(
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    var rows = register.before(before(cursor), PAGE + 1);
    audit.write(reader.person().id(), Deed.REGISTER_READ, "", "");
    if (rows.size() <= PAGE) {
      return new RegisterList(rows, null);
    }
    var page = rows.subList(0, PAGE);
    return new RegisterList(page, Long.toString(page.getLast().seq()));
  }

  @PostMapping
  @Operation(
      summary = "Puts a contact on the register; nothing is erased, and nothing planned under it",
      description = "Only a keyed token of the contact is kept. Twice is as once.")
  Register.Row add(
      @RequestBody RegisterRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    if (request.kind() == null) {
      throw new MissingFieldException("kind");
    }
    if (request.contact() == null) {
      throw new MissingFieldException("contact");
    }
    var contact =
        StatedContact.read(request.kind(), request.contact())
            .orElseThrow(() -> new MissingFieldException("contact"));
    return register.add(contact, lead.person());
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Takes a contact off the register, because its owner asked for it or by a mistake",
      description = "Who objected stays on it: 409 objection-stays.")
  void remove(
      @PathVariable String token,
      @RequestParam Register.Reason reason,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    register.remove(token, reason, lead.person());
  }

  private static long before(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new BadQueryException("cursor", e);
    }
  }
}
