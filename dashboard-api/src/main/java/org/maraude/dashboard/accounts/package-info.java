/**
 * Who may come in, and as what: users, roles, passwords, bearer tokens. Usable without the web
 * application.
 */
@NullMarked
package org.maraude.dashboard.accounts;

import org.jspecify.annotations.NullMarked;
