package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.retention.Objections;
import org.maraude.dashboard.retention.StatedContact;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notes that somebody said no. There is no list: nobody can ask who did. */
@RestController
@RequestMapping("/api/v1/objections")
@Tag(name = "objections")
class ObjectionApi {

  /**
   * Whose contact.
   *
   * @param contact as it is written: a number, an address, {@code network:handle} or a link
   */
  record ObjectionRequest(@Nullable ContactKind kind, @Nullable String contact) {

    @Override
    public String toString() {
      return "ObjectionRequest[" + kind + "]";
    }
  }

  private final Objections objections;

  ObjectionApi(Objections objections) {
    this.objections = objections;
  }

  @PostMapping
  @Operation(
      summary = "Erases what is kept under a contact, and keeps it out from now on",
      description =
          "The open item of a possible minor stays until it is decided. Only a keyed token of the"
              + " contact is kept.")
  Objections.Noted note(
      @RequestBody ObjectionRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    if (request.kind() == null) {
      throw new MissingFieldException("kind");
    }
    if (request.contact() == null) {
      throw new MissingFieldException("contact");
    }
    var contact =
        StatedContact.read(request.kind(), request.contact())
            .orElseThrow(() -> new MissingFieldException("contact"));
    return objections.note(contact, person.person());
  }
}
