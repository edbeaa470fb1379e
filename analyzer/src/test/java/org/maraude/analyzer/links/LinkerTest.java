package org.maraude.analyzer.links;

class LinkerTest extends LinkerContract {

  @Override
  LinkState state() {
    return new InMemoryLinkState();
  }
}
