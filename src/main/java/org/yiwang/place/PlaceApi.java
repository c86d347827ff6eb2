package org.yiwang.place;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Places by words and by position, for everyone. */
@RestController
@RequestMapping("/api/places")
class PlaceApi {
  private static final int SUGGESTED = 8;
  private static final int LONGEST = 100;

  private final Places places;

  PlaceApi(Places places) {
    this.places = places;
  }

  record Found(String query, List<Landmark> places) {}

  record Division(String code, Text name, boolean approximate) {}

  record At(
      double lon,
      double lat,
      Division area,
      @Nullable Division grid,
      Text nearby,
      boolean assumed) {}

  @GetMapping
  ResponseEntity<Found> search(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "8") int limit) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
        .body(new Found(q, places.search(q, limit)));
  }

  /** The places alone, as a field that suggests them reads them. */
  @GetMapping("/suggestions")
  ResponseEntity<List<Landmark>> suggest(@RequestParam(defaultValue = "") String q) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
        .body(places.search(q.length() <= LONGEST ? q : "", SUGGESTED));
  }

  /**
   * @param lon longitude, WGS 84 degrees
   * @param lat latitude
   */
  @GetMapping("/at")
  At at(@RequestParam(defaultValue = "") String lon, @RequestParam(defaultValue = "") String lat) {
    return places
        .locate(Positions.number("lon", lon), Positions.number("lat", lat))
        .map(PlaceApi::at)
        .orElseThrow(() -> new RefusedException(outside()));
  }

  private static At at(Location location) {
    Area area = location.area();
    Grid grid = location.grid();
    return new At(
        location.lon(),
        location.lat(),
        new Division(area.code(), area.name(), area.approximate()),
        grid == null ? null : new Division(grid.code(), grid.name(), grid.derived()),
        location.nearby(),
        location.assumed());
  }

  private static Refusal outside() {
    return Refusal.of(
        Refusal.Kind.MISSING,
        "position-outside",
        Text.of("这个位置不在本区范围内。", "This place is outside the district."),
        Text.of(
            "请选择区内的位置，或联系当地部门。", "Choose a place inside it, or turn to the place's own district."));
  }
}
