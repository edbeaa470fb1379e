package org.maraude.dashboard.pages;

import java.util.List;
import org.maraude.dashboard.resources.Resources;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The public page for the people in the ads: what is collected, why, by whom, how long, how to
 * object (GDPR art. 14 and 21), where to find help.
 */
@Controller
class AboutController {

  private static final List<String> PARTS =
      List.of("who", "what", "why", "howLong", "never", "object", "rights", "help");

  private final Resources resources;

  AboutController(Resources resources) {
    this.resources = resources;
  }

  @GetMapping("/about")
  String about(Model model) {
    model.addAttribute("resources", resources.all());
    model.addAttribute("parts", PARTS);
    return "about";
  }
}
