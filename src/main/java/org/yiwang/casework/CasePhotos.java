package org.yiwang.casework;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.page.Photo;
import org.yiwang.page.RefusedException;

/**
 * Photos of cases (照片). An upload is believed in nothing: it is decoded, turned upright, redrawn
 * and kept without anything but pixels; place and time of the camera are kept beside it.
 */
@Component
public class CasePhotos {
  /** Largest upload of one photo, in bytes. */
  public static final long LARGEST = Photo.MOST_MEGABYTES * 1024L * 1024;

  private final ReadPicture readPicture;
  private final PhotoStore store;
  private final DistrictTime time;

  CasePhotos(ReadPicture readPicture, PhotoStore store, DistrictTime time) {
    this.readPicture = readPicture;
    this.store = store;
    this.time = time;
  }

  /**
   * Checks and keeps an upload; it belongs to no case yet. No transaction of its own: opening a
   * picture takes time, and a connection must not wait for it.
   *
   * @param draft the report being written, null for an officer's photo
   * @throws RefusedException when it is no image, too large, or cannot be read
   */
  public UUID keep(InputStream upload, @Nullable UUID draft, @Nullable String account) {
    return store.insert(readPicture.read(upload), draft, account, time.instant());
  }

  /** Keeps the same picture once more, for another case; it was checked when it first came. */
  @Transactional
  public UUID again(UUID photo) {
    return store.copy(photo, time.instant());
  }

  public List<CasePhoto> list(Case of) {
    return store.list(of.number());
  }

  public List<CasePhoto> listDraft(UUID draft) {
    return store.listDraft(draft);
  }

  public Optional<CasePhoto> find(UUID id) {
    return store.find(id);
  }

  /**
   * Whether a report may take these photos along: they belong to no case yet, and were sent with
   * the same account, without any, or for the same report.
   *
   * @param draft the report being written, null for what was sent without one
   */
  public boolean areFree(List<UUID> photos, @Nullable String account, @Nullable String draft) {
    return store.areFree(photos, account, draft);
  }

  /** The JPEG itself, or its small form. */
  public Optional<byte[]> findPicture(UUID id, boolean thumb) {
    return store.findPicture(id, thumb);
  }

  /** Removes a photo from a report that is still being written. */
  @Transactional
  public void drop(UUID id, UUID draft) {
    store.drop(id, draft);
  }
}
