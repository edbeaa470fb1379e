package org.maraude.dashboard.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The public page for the people in the ads: what is collected, why, by whom, how long, how to
 * object (GDPR art. 14 and 21).
 */
@Controller
class AboutController {

  private static final List<String> PARTS =
      List.of("who", "what", "why", "howLong", "never", "object", "rights", "help");

  @GetMapping("/about")
  String about(Model model) {
    model.addAttribute("parts", PARTS);
    return "about";
  }
}
