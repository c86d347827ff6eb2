package org.yiwang.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.pack.District;
import org.yiwang.pack.DistrictDefinition;
import org.yiwang.pack.Language;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Contact;
import org.yiwang.place.Area;
import org.yiwang.place.Location;
import org.yiwang.place.Places;

/** Tidies and checks what somebody reports; names everything that is wrong at once. */
@Component
class RequestCheck {
  static final int LONGEST_TEXT = 5000;
  static final int LONGEST_ADDRESS = 300;
  static final int MOST_PHOTOS = 5;
  private static final int LONGEST_NAME = 80;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private final Categories categories;
  private final Places places;
  private final Units units;
  private final DistrictDefinition district;

  RequestCheck(Categories categories, Places places, Units units, District district) {
    this.categories = categories;
    this.places = places;
    this.units = units;
    this.district = district.definition();
  }

  /** A report that can be filed. */
  record Checked(
      Category category, String text, Case.Where where, @Nullable String unit, Contact contact) {}

  /**
   * @throws RefusedException with every fault
   */
  Checked check(NewRequest raw) {
    List<Refusal> refusals = new ArrayList<>();
    String text = text(raw.text(), refusals);
    Category category = category(raw.category(), refusals);
    Case.Where where = where(raw.place(), raw.language(), refusals);
    Contact contact = contact(raw.contact(), refusals);
    photos(raw, category, refusals);
    if (!refusals.isEmpty() || category == null || where == null) {
      throw new RefusedException(refusals);
    }
    return new Checked(category, text, where, unit(category, where.area()), contact);
  }

  static String text(@Nullable String raw, List<Refusal> refusals) {
    String text = PlainWords.lines(raw);
    if (text.isEmpty()) {
      refusals.add(RequestRefusals.textMissing());
    } else if (text.length() > LONGEST_TEXT) {
      refusals.add(RequestRefusals.textTooLong(text.length()));
    }
    return text;
  }

  private @Nullable Category category(@Nullable String id, List<Refusal> refusals) {
    Optional<Category> found = categories.findCategory(id == null ? "" : id.strip());
    if (found.isEmpty()) {
      refusals.add(RequestRefusals.categoryUnknown());
    }
    return found.orElse(null);
  }

  private Case.@Nullable Where where(
      @Nullable RequestPlace place, Language language, List<Refusal> refusals) {
    try {
      return where(place, language);
    } catch (RefusedException refused) {
      refusals.addAll(refused.refusals());
      return null;
    }
  }

  /**
   * Where a place is in the district.
   *
   * @param language of the address, where none was given
   * @throws RefusedException when it is nowhere, or outside
   */
  Case.Where where(@Nullable RequestPlace place, Language language) {
    if (place == null) {
      throw new RefusedException(RequestRefusals.placeMissing());
    }
    String address = PlainWords.line(place.address());
    if (address.length() > LONGEST_ADDRESS) {
      throw new RefusedException(RequestRefusals.addressTooLong(LONGEST_ADDRESS));
    }
    if (place.lon() != null && place.lat() != null) {
      Location location = places.locate(place.lon(), place.lat()).orElseThrow(() -> outside());
      return new Case.Where(
          address.isEmpty() ? location.nearby().in(language) : address,
          place.lon(),
          place.lat(),
          location.area().code(),
          location.grid() == null ? null : location.grid().code());
    }
    Area area =
        Optional.ofNullable(place.area())
            .flatMap(places::findArea)
            .orElseThrow(() -> new RefusedException(RequestRefusals.placeMissing()));
    return new Case.Where(
        address.isEmpty() ? area.name().in(language) : address, null, null, area.code(), null);
  }

  /** The language of what comes without one. */
  Language first() {
    return district.languages().getFirst();
  }

  private RefusedException outside() {
    return new RefusedException(RequestRefusals.placeOutside(district.name(), district.hotline()));
  }

  /** Tidied, with faults named; never throws. */
  static Contact contact(Contact raw, List<Refusal> refusals) {
    String name = PlainWords.line(raw.name());
    String phone = PlainWords.line(raw.phone()).replaceAll("[\\s()（）-]", "");
    String mail = PlainWords.line(raw.mail());
    if (name.length() > LONGEST_NAME) {
      refusals.add(RequestRefusals.nameTooLong());
    }
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      refusals.add(RequestRefusals.phoneUnfit());
    }
    if (!mail.isEmpty() && (mail.length() > 254 || !MAIL.matcher(mail).matches())) {
      refusals.add(RequestRefusals.mailUnfit());
    }
    return new Contact(given(name), given(phone), given(mail));
  }

  private static @Nullable String given(String words) {
    return words.isEmpty() ? null : words;
  }

  private static void photos(NewRequest raw, @Nullable Category category, List<Refusal> refusals) {
    if (raw.photos().size() > MOST_PHOTOS) {
      refusals.add(RequestRefusals.photosTooMany());
    }
    if (category != null
        && category.photoRequired()
        && raw.channel().equals("web")
        && raw.photos().isEmpty()) {
      refusals.add(RequestRefusals.photoRequired(category.name()));
    }
  }

  /** The category's unit, or the street office where it says so. */
  @Nullable String unit(Category category, @Nullable String area) {
    if (!category.forStreet()) {
      return category.unit();
    }
    return Optional.ofNullable(area)
        .flatMap(places::findArea)
        .map(Area::unit)
        .or(() -> Optional.ofNullable(area).flatMap(units::findByArea).map(Unit::id))
        .orElse(null);
  }
}
