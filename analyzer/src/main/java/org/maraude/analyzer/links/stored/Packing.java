package org.maraude.analyzer.links.stored;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.maraude.analyzer.links.AdTrace;
import org.maraude.analyzer.links.advertiser.Member;
import org.maraude.analyzer.links.profile.FirstSeen;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.profile.Sighting;
import org.maraude.analyzer.links.template.Shape;
import org.maraude.analyzer.links.template.Shingles;
import org.maraude.analyzer.links.template.SiteTexts;
import org.maraude.analyzer.links.template.TemplateGroup;
import org.maraude.analyzer.links.template.TemplateNode;

/**
 * How a kind of value becomes bytes and comes back. The first byte is the number of the form, so
 * that a program that is too old for a value says so instead of misreading it.
 */
record Packing<T>(BiConsumer<Packer, T> writing, Function<Unpacker, T> reading) {

  private static final int FORM = 1;

  static final Packing<AdTrace> TRACE =
      new Packing<>(
          (to, trace) -> {
            sighting(to, trace.sighting());
            to.hash(trace.content());
            to.maybe(trace.shape(), Packer::hash);
          },
          from -> new AdTrace(sighting(from), from.hash(), from.maybe(Unpacker::hash)));

  static final Packing<Profile> PROFILE = new Packing<>(Packing::profile, Packing::profile);

  static final Packing<Member> MEMBER =
      new Packing<>(
          (to, member) -> {
            to.maybe(member.parent(), Packer::text);
            firstSeen(to, member.first());
            to.text(member.named());
            to.count(member.size());
            to.count(member.children());
            to.count(member.ads());
            to.bit(member.shown());
          },
          from ->
              new Member(
                  from.maybe(Unpacker::text),
                  firstSeen(from),
                  from.text(),
                  from.count(),
                  from.count(),
                  from.count(),
                  from.bit()));

  static final Packing<Shape> SHAPE =
      new Packing<>(
          (to, shape) -> {
            shingles(to, shape.shingles());
            firstSeen(to, shape.first());
            to.count(shape.ads());
          },
          from -> new Shape(shingles(from), firstSeen(from), from.count()));

  static final Packing<java.util.List<Long>> SHAPES =
      new Packing<>((to, ids) -> to.all(ids, Packer::hash), from -> from.all(Unpacker::hash));

  static final Packing<TemplateNode> NODE =
      new Packing<>(
          (to, node) -> {
            to.maybe(node.parent(), Packer::hash);
            to.count(node.children());
          },
          from -> new TemplateNode(from.maybe(Unpacker::hash), from.count()));

  static final Packing<TemplateGroup> GROUP =
      new Packing<>(
          (to, group) -> {
            firstSeen(to, group.first());
            to.count(group.size());
            profile(to, group.ads());
          },
          from -> new TemplateGroup(firstSeen(from), from.count(), profile(from)));

  /** Without its samples. */
  static final Packing<SiteTexts> SITE =
      new Packing<>(
          (to, site) -> {
            to.hash(site.day().toEpochDay());
            shingles(to, site.own());
          },
          from ->
              new SiteTexts(
                  java.util.List.of(), LocalDate.ofEpochDay(from.hash()), shingles(from)));

  /** For what is only to be found and deleted. */
  static final Packing<Boolean> IGNORED = new Packing<>(Packer::bit, from -> true);

  static final Packing<SiteTexts.Sample> SAMPLE = new Packing<>(Packing::sample, Packing::sample);

  byte[] pack(T value) {
    var to = new Packer();
    to.count(FORM);
    writing.accept(to, value);
    return to.bytes();
  }

  T unpack(byte[] bytes) {
    var from = new Unpacker(bytes);
    int form = from.count();
    if (form != FORM) {
      throw new IllegalStateException(
          "a stored value is of form %d, this program reads form %d".formatted(form, FORM));
    }
    return reading.apply(from);
  }

  private static void firstSeen(Packer to, FirstSeen first) {
    to.instant(first.at());
    to.text(first.adId());
  }

  private static FirstSeen firstSeen(Unpacker from) {
    return new FirstSeen(from.instant(), from.text());
  }

  private static void sighting(Packer to, Sighting ad) {
    firstSeen(to, ad.first());
    to.instant(ad.last());
    to.text(ad.member());
    to.all(ad.contacts(), Packer::text);
    to.all(ad.aliases(), Packer::hash);
    to.text(ad.departement());
    to.count(ad.lowestAge());
    to.bit(ad.offersWork());
  }

  private static Sighting sighting(Unpacker from) {
    return new Sighting(
        firstSeen(from),
        from.instant(),
        from.text(),
        from.all(Unpacker::text),
        from.all(Unpacker::hash),
        from.text(),
        from.count(),
        from.bit());
  }

  private static void profile(Packer to, Profile profile) {
    to.all(profile.sightings(), Packing::sighting);
    to.bit(profile.common());
  }

  private static Profile profile(Unpacker from) {
    return new Profile(from.all(Packing::sighting), from.bit());
  }

  private static void shingles(Packer to, Shingles shingles) {
    int[] hashes = shingles.hashes();
    to.count(hashes.length);
    for (int hash : hashes) {
      to.hash(hash);
    }
  }

  private static Shingles shingles(Unpacker from) {
    int[] hashes = new int[from.count()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = from.smallHash();
    }
    return Shingles.ofHashes(hashes);
  }

  private static void sample(Packer to, SiteTexts.Sample sample) {
    to.hash(sample.key());
    sighting(to, sample.ad());
    shingles(to, sample.shingles());
  }

  private static SiteTexts.Sample sample(Unpacker from) {
    return new SiteTexts.Sample(from.hash(), sighting(from), shingles(from));
  }
}
