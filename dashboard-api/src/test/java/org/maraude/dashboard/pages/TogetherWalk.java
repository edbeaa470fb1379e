package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.maraude.dashboard.RunningDashboard;

/**
 * A person closes several ads, keeps a search and reads again; each page on the way is looked at.
 */
final class TogetherWalk {

  private static final String HOSTILE = "<b>${7*7}</b> \"' --";

  private final RunningDashboard dashboard;
  private final Page page;
  private final PageLook look;

  TogetherWalk(RunningDashboard dashboard, Page page, PageLook look) {
    this.dashboard = dashboard;
    this.page = page;
    this.look = look;
  }

  void walk() {
    closesTwoAndTakesThemBack();
    closesNothingThatChanged();
    keepsASearchOfAnyName();
    readsAgain();
  }

  private void previewOfTwo() {
    page.navigate("/queues/adult");
    page.locator(".row-box input").nth(0).check();
    page.locator(".row-box input").nth(1).check();
    page.locator("#bulk button").first().click();
    page.waitForURL("**/bulks/new?**");
    look.look(page, "/bulks/new");
    page.locator("input[value=NO_CONCERN]").check();
    page.locator("input[value=ORDINARY_EXPLANATION]").check();
    page.locator("form[action$='/bulks/preview'] button").click();
    page.waitForURL("**/bulks/preview");
    assertThat(page.locator("#accepted")).containsText("2 annonces seraient décidées");
  }

  private void closesTwoAndTakesThemBack() {
    previewOfTwo();
    look.look(page, "/bulks/preview");
    page.locator("form[action$='/bulks'] button").click();
    page.waitForURL(url -> url.matches(".*/bulks/[0-9a-f-]{36}"));
    assertThat(page.locator(".tag-strong")).hasCount(2);
    look.look(page, "/bulks/one");
    page.locator("form[action$='/undo'] button").click();
    assertThat(page.locator(".message")).containsText("2 décisions sont reprises");
    assertThat(page.locator(".tag-strong")).hasCount(0);
  }

  private void closesNothingThatChanged() {
    previewOfTwo();
    dashboard.sql().sql("update items set fence = fence + 1").update();
    page.locator("form[action$='/bulks'] button").click();
    page.waitForURL("**/bulks");
    assertThat(page.locator("[role=alert]")).containsText("rien n’a été fait");
    look.look(page, "/bulks/changed");
  }

  private void keepsASearchOfAnyName() {
    page.navigate("/queues/adult?q=chauffeur");
    page.locator("#search-name").fill(HOSTILE);
    page.locator("form[action$='/searches'] button").click();
    page.waitForURL("**/searches");
    look.look(page, "/searches/kept");
    for (var path : new String[] {"/", "/queues/adult"}) {
      page.navigate(path);
      assertThat(page.locator(".kept-name")).hasText(HOSTILE);
      look.look(page, path + "kept");
    }
    page.locator(".kept-name").click();
    page.waitForURL("**/queues/adult?q=chauffeur");
    page.navigate("/searches");
    page.locator("form[action$='/rename'] input[type=text]").fill("Chauffeur");
    page.locator("form[action$='/rename'] button").click();
    assertThat(page.locator(".kept-name")).hasText("Chauffeur");
    page.locator("form[action$='/delete'] button").click();
    assertThat(page.locator(".empty")).isVisible();
  }

  /** Something that a colleague decided is drawn for this person. */
  private void readsAgain() {
    dashboard
        .sql()
        .sql(
            """
            with one as (select * from items i where queue = 'ADULT' and status = 'WAITING'
                and not exists (select 1 from decisions d where d.item_id = i.id)
                order by flagged_at limit 1),
              other as (select id from users where name = 'outreach2'),
              decided as (insert into decisions (id, item_id, round, revision, queue, decided_by,
                  outcome, reasons, note, fence, settled, decided_at)
                select gen_random_uuid(), one.id, one.round, one.revision, 'ADULT', other.id,
                  'CONTACT_IN_ROUND', '{MOVEMENT}', 'secret of the first', one.fence, true, now()
                from one, other returning *)
            insert into double_reads (id, item_id, round, queue, decision_id, first_by,
              first_outcome, drawn_at)
            select gen_random_uuid(), item_id, round, queue, id, decided_by, outcome, now()
            from decided\
            """)
        .update();
    page.navigate("/second-reads");
    look.look(page, "/second-reads/waiting");
    page.locator("form[action$='/second-reads'] button").click();
    page.waitForURL(url -> url.matches(".*/second-reads/[0-9a-f-]{36}"));
    look.look(page, "/second-reads/one");
    assertThat(page.content()).doesNotContain("secret of the first");
    page.locator("input[value=NO_CONCERN]").check();
    page.locator("input[value=MISREAD]").check();
    page.locator("#decision form button").click();
    page.waitForURL("**/second-reads");
    assertThat(page.locator(".message")).containsText("Votre lecture est notée");
    dashboard.sql().sql("delete from double_reads").update();
    dashboard.sql().sql("delete from decisions where note = 'secret of the first'").update();
  }
}
