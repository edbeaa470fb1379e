package org.maraude.dashboard.prevention;

/** Where a post goes out. */
public enum Platform {
  INSTAGRAM,
  SNAPCHAT,
  TIKTOK,
  FACEBOOK,
  YOUTUBE,
  WEBSITE,
  OTHER
}
