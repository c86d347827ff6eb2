package org.yiwang.request;

import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** The categories for programs and for suggestions, for everyone. */
@RestController
class CategoryApi {
  private static final int MOST = 50;

  private final Categories categories;
  private final ReporterLanguage languages;

  CategoryApi(Categories categories, ReporterLanguage languages) {
    this.categories = categories;
    this.languages = languages;
  }

  /** One category; name, note and href are what a search field shows. */
  record Found(
      String id,
      String group,
      Text groupName,
      Text name,
      Text note,
      String href,
      String unit,
      String limit,
      Text limitWords,
      boolean photoRequired) {
    static Found of(Category category) {
      return new Found(
          category.id(),
          category.group(),
          category.groupName(),
          category.name(),
          category.condition(),
          "/report?category=" + category.id(),
          category.unit(),
          category.limit().toString(),
          category.limit().words(),
          category.photoRequired());
    }
  }

  /** All of them, or those that fit some words, best first. */
  @GetMapping("/api/categories")
  ResponseEntity<List<Found>> list(
      @RequestParam(required = false) @org.jspecify.annotations.Nullable String q,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "10") int limit) {
    Language language = languages.of(lang);
    List<Category> found =
        q == null
            ? categories.listCategories()
            : categories.search(q, language, Math.clamp(limit, 1, MOST));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
        .body(found.stream().map(Found::of).toList());
  }
}
