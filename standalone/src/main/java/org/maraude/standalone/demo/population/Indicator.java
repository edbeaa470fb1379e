package org.maraude.standalone.demo.population;

/** A sign that an invented ad was made to show in its own text or fields. */
public enum Indicator {
  AGE_BELOW_18("age-below-18"),
  PHONE_OBSCURED("phone-obscured"),
  REASSURANCE("reassurance"),
  MANAGEMENT("management"),
  RECRUITMENT("recruitment"),
  SEVERAL_PERSONS("several-persons"),
  THIRD_PERSON("third-person"),
  NO_OUTSIDE("no-outside"),
  PRICE_LOW("price-low"),
  NEW_IN_TOWN("new-in-town"),
  STATED_AGE_18_22("stated-age-18-22");

  private final String id;

  Indicator(String id) {
    this.id = id;
  }

  /** The indicator's id in the rules, such as {@code phone-obscured}. */
  public String id() {
    return id;
  }
}
