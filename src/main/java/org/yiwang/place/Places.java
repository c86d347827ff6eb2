package org.yiwang.place;

import java.util.List;
import java.util.Optional;
import org.yiwang.pack.Text;

/**
 * The district's ground (空间底座): which street and grid a point lies in, and where something is that
 * people name in their own words. Everything is in memory and exact; positions are WGS 84 degrees.
 */
public interface Places {
  /**
   * The street and grid of a position; empty outside the district. A position on a border belongs
   * to exactly one street and grid, always the same.
   *
   * @throws org.yiwang.page.RefusedException when the numbers are no position on this planet
   */
  Optional<Location> locate(double lon, double lat);

  Optional<Area> findArea(String code);

  /** All streets, by code. */
  List<Area> listAreas();

  /** What people here call an area: a street, a square. */
  Text areaWord();

  Optional<Grid> findGrid(String code);

  /** All grids, by code. */
  List<Grid> listGrids();

  /**
   * Landmarks, committees, streets, roads and addresses that fit somebody's own words, best first;
   * forgives a wrong character. An address that is not known gives the nearest known number of the
   * same road, with a note that says so.
   */
  List<Landmark> search(String words, int limit);

  /**
   * An address as somebody left it, in both languages where it is a landmark's or street's name or
   * near one in the words of {@link #locate}; else the same in both.
   */
  Text inWords(String address);

  /** Landmarks around a position, nearest first. */
  List<Landmark> near(double lon, double lat, int limit);
}
