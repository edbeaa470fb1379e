package org.maraude.standalone.command;

import org.maraude.analyzer.rules.RuleSetException;
import org.maraude.contacts.KeyFolderException;
import org.maraude.crawler.site.SiteFileException;
import org.maraude.crawler.warc.WarcImportException;
import org.maraude.dashboard.DashboardStartException;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.standalone.UsageException;

/** Which failures are the input's and not the program's: they end with exit 2 and one line. */
final class WrongInput {

  private WrongInput() {}

  static boolean is(Throwable failure) {
    return failure instanceof UsageException
        || failure instanceof SiteFileException
        || failure instanceof WarcImportException
        || failure instanceof RuleSetException
        || failure instanceof KeyFolderException
        || failure instanceof AccountException
        || failure instanceof DashboardStartException;
  }
}
