package org.yiwang.casework;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of photos. */
@Repository
class PhotoStore {
  private final JdbcClient sql;

  PhotoStore(JdbcClient sql) {
    this.sql = sql;
  }

  UUID insert(Picture picture, @Nullable UUID draft, @Nullable String account, Instant now) {
    return sql.sql(
            """
            insert into casework_photo
              (draft, taken, lon, lat, width, height, picture, thumb, by_account, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .param(draft)
        .param(CaseStore.timestamp(picture.taken()))
        .param(picture.lon())
        .param(picture.lat())
        .param(picture.width())
        .param(picture.height())
        .param(picture.jpeg())
        .param(picture.thumb())
        .param(account)
        .param(Timestamp.from(now))
        .query(UUID.class)
        .single();
  }

  UUID copy(UUID photo, Instant now) {
    return sql.sql(
            """
            insert into casework_photo (taken, lon, lat, width, height, picture, thumb, by_account, at)
            select taken, lon, lat, width, height, picture, thumb, by_account, ?
              from casework_photo where id = ? returning id
            """)
        .params(Timestamp.from(now), photo)
        .query(UUID.class)
        .single();
  }

  void bind(List<UUID> photos, String number) {
    for (UUID photo : photos) {
      sql.sql("update casework_photo set number = ?, draft = null where id = ? and number is null")
          .params(number, photo)
          .update();
    }
  }

  /**
   * Whether all of them exist, belong to no case yet, and are the sender's: uploaded with the same
   * account or without any (then only the sender knows the id), or for the same report.
   */
  boolean areFree(List<UUID> photos, @Nullable String account, @Nullable String draft) {
    if (photos.isEmpty()) {
      return true;
    }
    long free =
        sql.sql(
                """
                select count(*) from casework_photo
                 where id = any(:photos) and number is null
                   and case when draft is null then by_account is null or by_account = :account
                            else draft::text = :draft end
                """)
            .param("photos", photos.toArray(UUID[]::new))
            .param("account", account, Types.VARCHAR)
            .param("draft", draft, Types.VARCHAR)
            .query(Long.class)
            .single();
    return free == photos.stream().distinct().count();
  }

  List<CasePhoto> list(String number) {
    return sql.sql(PHOTO_OF + " where number = ? order by id")
        .param(number)
        .query(CasePhoto.class)
        .list();
  }

  List<CasePhoto> listDraft(UUID draft) {
    return sql.sql(PHOTO_OF + " where draft = ? order by id")
        .param(draft)
        .query(CasePhoto.class)
        .list();
  }

  Optional<CasePhoto> find(UUID id) {
    return sql.sql(PHOTO_OF + " where id = ?").param(id).query(CasePhoto.class).optional();
  }

  Optional<byte[]> findPicture(UUID id, boolean thumb) {
    return sql.sql("select " + (thumb ? "thumb" : "picture") + " from casework_photo where id = ?")
        .param(id)
        .query(byte[].class)
        .optional();
  }

  void drop(UUID id, UUID draft) {
    sql.sql("delete from casework_photo where id = ? and draft = ?").params(id, draft).update();
  }

  /** Photos of reports that were never sent. */
  int dropAbandoned(Instant before) {
    return sql.sql("delete from casework_photo where number is null and at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  private static final String PHOTO_OF =
      "select id, number, draft, taken, lon, lat, width, height, at from casework_photo";
}
