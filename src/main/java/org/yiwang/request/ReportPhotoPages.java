package org.yiwang.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.CasePhoto;
import org.yiwang.casework.CasePhotos;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Photo;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.place.Places;

/** Photos of what was seen; each is checked by itself, so that a bad one spoils nothing. */
@Controller
class ReportPhotoPages {
  private static final Text TITLE = Text.of("有照片吗？", "Do you have photos?");

  private static final int LONGEST_NAME = 60;

  private final CasePhotos photos;
  private final Categories categories;
  private final Places places;
  private final PlaceWords placeWords;

  ReportPhotoPages(CasePhotos photos, Categories categories, Places places, PlaceWords placeWords) {
    this.photos = photos;
    this.categories = categories;
    this.places = places;
    this.placeWords = placeWords;
  }

  /** A photo of the report, as shown. */
  record Kept(UUID id, Photo photo) {}

  /**
   * What the page shows.
   *
   * @param needed whether the category needs a photo
   * @param offered where a photo says it was taken, in words, if that is somewhere else
   */
  record Photos(
      List<Kept> kept,
      boolean needed,
      @Nullable UUID offeredBy,
      @Nullable String offered,
      int room,
      Refusals errors) {}

  @GetMapping("/report/photos")
  ModelAndView ask(Page page, Drafting drafting) {
    return show(page, drafting.draft(), Refusals.none());
  }

  @PostMapping("/report/photos")
  ModelAndView answer(
      Page page,
      Drafting drafting,
      @RequestParam(required = false) @Nullable List<MultipartFile> photos,
      @RequestParam(defaultValue = "next") String todo) {
    Draft draft = drafting.begun();
    List<Refusal> refusals = keep(draft, photos == null ? List.of() : photos);
    act(drafting, draft, todo);
    Draft now = drafting.draft();
    if (refusals.isEmpty() && todo.equals("next") && !lacking(now)) {
      drafting.save(now.withPhotosSeen());
      return page.redirect(now.withPhotosSeen().next());
    }
    if (refusals.isEmpty() && todo.equals("next")) {
      categories
          .findCategory(String.valueOf(now.category()))
          .ifPresent(c -> refusals.add(RequestRefusals.photoRequired(c.name())));
    }
    return refusals.isEmpty()
        ? page.redirect("/report/photos")
        : show(page, now, new Refusals(refusals));
  }

  private boolean lacking(Draft draft) {
    return needed(draft) && photos.listDraft(draft.id()).isEmpty();
  }

  private boolean needed(Draft draft) {
    return categories
        .findCategory(String.valueOf(draft.category()))
        .filter(Category::photoRequired)
        .isPresent();
  }

  private List<Refusal> keep(Draft draft, List<MultipartFile> files) {
    List<Refusal> refusals = new ArrayList<>();
    int room = RequestCheck.MOST_PHOTOS - photos.listDraft(draft.id()).size();
    for (MultipartFile file : files) {
      if (file.isEmpty()) {
        continue;
      }
      if (room-- <= 0) {
        refusals.add(RequestRefusals.photosTooMany());
        break;
      }
      keep(draft, file).ifPresent(refusals::add);
    }
    return refusals;
  }

  private Optional<Refusal> keep(Draft draft, MultipartFile file) {
    try {
      photos.keep(file.getInputStream(), draft.id(), null);
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(named(refused.refusals().getFirst(), file));
    } catch (IOException broken) {
      throw new RefusedException(RequestRefusals.photosUnknown());
    }
  }

  /** Several may have been sent at once: say which one it was. */
  private static Refusal named(Refusal refusal, MultipartFile file) {
    String typed = PlainWords.line(file.getOriginalFilename());
    String name =
        typed.codePointCount(0, typed.length()) > LONGEST_NAME
            ? typed.substring(0, typed.offsetByCodePoints(0, LONGEST_NAME)) + "…"
            : typed;
    Text says =
        Text.of("“" + name + "”：" + refusal.says().zh(), "“" + name + "”: " + refusal.says().en());
    return new Refusal(refusal.kind(), refusal.code(), "photos", says, refusal.next());
  }

  /** {@code drop:ID} removes a photo; {@code place:ID} takes its position for the place. */
  private void act(Drafting drafting, Draft draft, String todo) {
    int colon = todo.indexOf(':');
    Optional<UUID> id = colon < 0 ? Optional.empty() : uuid(todo.substring(colon + 1));
    if (id.isEmpty()) {
      return;
    }
    if (todo.startsWith("drop:")) {
      photos.drop(id.get(), draft.id());
    }
    if (todo.startsWith("place:")) {
      photos
          .find(id.get())
          .filter(photo -> draft.id().equals(photo.draft()))
          .flatMap(this::place)
          .ifPresent(place -> drafting.save(draft.where(place, draft.detail())));
    }
  }

  private static Optional<UUID> uuid(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Where the camera was, if that is in the district. */
  private Optional<RequestPlace> place(CasePhoto photo) {
    if (photo.lon() == null || photo.lat() == null) {
      return Optional.empty();
    }
    return places
        .locate(photo.lon(), photo.lat())
        .map(found -> RequestPlace.at(found.lon(), found.lat(), null));
  }

  private ModelAndView show(Page page, Draft draft, Refusals errors) {
    List<CasePhoto> all = photos.listDraft(draft.id());
    Optional<CasePhoto> other = all.stream().filter(photo -> elsewhere(photo, draft)).findFirst();
    return page.form(
        "request/photos",
        TITLE,
        errors,
        "photos",
        new Photos(
            all.stream().map(photo -> new Kept(photo.id(), photo(page, photo))).toList(),
            needed(draft),
            other.map(CasePhoto::id).orElse(null),
            other.flatMap(this::place).map(place -> placeWords.of(page, place)).orElse(null),
            RequestCheck.MOST_PHOTOS - all.size(),
            errors));
  }

  private boolean elsewhere(CasePhoto photo, Draft draft) {
    Optional<RequestPlace> taken = place(photo);
    RequestPlace said = draft.place();
    return taken.isPresent()
        && (said == null
            || said.metresTo(taken.get()).orElse(Double.MAX_VALUE) > Requests.SAME_PLACE);
  }

  static Photo photo(Page page, CasePhoto photo) {
    String href = "/report/photos/" + photo.id();
    String taken =
        photo.taken() == null ? "" : page.t("拍摄于 ", "Taken ") + page.dateTime(photo.taken());
    return new Photo(
        href, href + "?small=true", page.t("照片", "Photo"), taken.isEmpty() ? null : taken);
  }

  /** A photo of the report that this browser writes. */
  @GetMapping("/report/photos/{id}")
  ResponseEntity<byte[]> picture(
      Drafting drafting,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean small) {
    byte[] jpeg =
        photos
            .find(id)
            .filter(photo -> drafting.draft().id().equals(photo.draft()))
            .flatMap(photo -> photos.findPicture(id, small))
            .orElseThrow(() -> new RefusedException(RequestRefusals.missing()));
    return jpeg(jpeg);
  }

  static ResponseEntity<byte[]> jpeg(byte[] jpeg) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePrivate())
        .body(jpeg);
  }
}
