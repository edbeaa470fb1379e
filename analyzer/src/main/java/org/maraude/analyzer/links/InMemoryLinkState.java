package org.maraude.analyzer.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.advertiser.Member;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.template.Shape;
import org.maraude.analyzer.links.template.SiteTexts;
import org.maraude.analyzer.links.template.TemplateGroup;
import org.maraude.analyzer.links.template.TemplateNode;

/** State that lasts as long as the process: for a file. Not thread safe. */
public final class InMemoryLinkState implements LinkState {

  private record InMemory<K, V>(Map<K, V> values) implements Table<K, V> {

    InMemory() {
      this(new HashMap<>());
    }

    @Override
    public @Nullable V get(K key) {
      return values.get(key);
    }

    @Override
    public void put(K key, V value) {
      values.put(key, value);
    }

    @Override
    public void delete(K key) {
      values.remove(key);
    }

    @Override
    public void forEach(BiConsumer<K, V> taker) {
      values.forEach(taker);
    }
  }

  private final Table<String, AdTrace> ads = new InMemory<>();
  private final Table<String, Profile> contacts = new InMemory<>();
  private final Table<String, Member> members = new InMemory<>();
  private final Table<Long, Shape> shapes = new InMemory<>();
  private final Table<Long, List<Long>> bands = new InMemory<>();
  private final Table<Long, TemplateNode> forest = new InMemory<>();
  private final Table<Long, TemplateGroup> groups = new InMemory<>();
  private final Table<String, SiteTexts> sites = new InMemory<>();

  @Override
  public Table<String, AdTrace> ads() {
    return ads;
  }

  @Override
  public Table<String, Profile> contacts() {
    return contacts;
  }

  @Override
  public Table<String, Member> members() {
    return members;
  }

  @Override
  public Table<Long, Shape> shapes() {
    return shapes;
  }

  @Override
  public Table<Long, List<Long>> bands() {
    return bands;
  }

  @Override
  public Table<Long, TemplateNode> forest() {
    return forest;
  }

  @Override
  public Table<Long, TemplateGroup> groups() {
    return groups;
  }

  @Override
  public Table<String, SiteTexts> sites() {
    return sites;
  }
}
