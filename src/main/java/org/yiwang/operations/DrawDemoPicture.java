package org.yiwang.operations;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a street out of plain shapes, marked as a demo: nobody can take it for a photograph. */
final class DrawDemoPicture {
  private static final int WIDE = 960;
  private static final int HIGH = 720;
  private static final double SCALE = 2 / 3.0;
  private static final int KERB = 500;
  private static final Color[][] WALLS = {
    {new Color(0xE9DCC9), new Color(0xD8C3A5), new Color(0xC9B79C)},
    {new Color(0xDCE3E6), new Color(0xB9C6CC), new Color(0xCDD6D0)},
    {new Color(0xE7D3CC), new Color(0xCFAEA3), new Color(0xDAC8BE)},
  };

  private final Graphics2D g;
  private final int view;

  private DrawDemoPicture(Graphics2D g, int view) {
    this.g = g;
    this.view = view;
  }

  /** The picture as a JPEG upload. */
  static InputStream draw(DemoPicture shows, int view) {
    var image =
        new BufferedImage((int) (WIDE * SCALE), (int) (HIGH * SCALE), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(SCALE, SCALE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    var drawing = new DrawDemoPicture(g, view % WALLS.length);
    drawing.street();
    drawing.subject(shows);
    drawing.mark();
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpg", out);
      return new ByteArrayInputStream(out.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A box: left, top, width, height. */
  private void fill(int rgb, int... box) {
    g.setColor(new Color(rgb));
    g.fillRect(box[0], box[1], box[2], box[3]);
  }

  private void round(int rgb, double... box) {
    g.setColor(new Color(rgb));
    g.fill(new Ellipse2D.Double(box[0], box[1], box[2], box[3]));
  }

  private void line(int rgb, float width, double... ends) {
    g.setColor(new Color(rgb));
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(ends[0], ends[1], ends[2], ends[3]));
  }

  private void street() {
    g.setPaint(new GradientPaint(0, 0, new Color(0xBFD9E8), 0, KERB, new Color(0xF1F4EE)));
    g.fillRect(0, 0, WIDE, KERB);
    for (int i = 0; i < 4; i++) {
      house(i * 250 - 40 * view, 120 + 46 * ((i + view) % 3), WALLS[view][i % 3]);
    }
    fill(0xCFCBC2, 0, KERB - 40, WIDE, 90);
    for (int x = 0; x < WIDE; x += 60) {
      line(0xBDB8AE, 2, x, KERB - 40, x - 30, KERB + 50);
    }
    fill(0xA9A49A, 0, KERB + 50, WIDE, 14);
    fill(0x6E7276, 0, KERB + 64, WIDE, HIGH - KERB - 64);
    for (int x = -40 + 50 * view; x < WIDE; x += 190) {
      fill(0xE8E5DA, x, KERB + 150, 100, 9);
    }
    tree(130 + 520 * (view % 2), 0x6C9A5B);
  }

  private void house(int x, int top, Color wall) {
    g.setColor(wall);
    g.fillRect(x, top, 230, KERB - 40 - top);
    for (int row = 0; top + 30 + row * 62 < KERB - 120; row++) {
      for (int column = 0; column < 4; column++) {
        fill(
            (row + column + view) % 5 == 0 ? 0xF4E3A6 : 0x8FA6B2,
            x + 20 + column * 52,
            top + 24 + row * 62,
            32,
            38);
      }
    }
    fill(0x6F6559, x + 20, KERB - 104, 190, 64);
    fill(0xB5483A, x + 20, KERB - 116, 190, 16);
  }

  private void tree(int x, int leaves) {
    fill(0x6B4F3A, x - 9, 300, 18, KERB - 300);
    round(leaves, x - 95, 150, 190, 170);
    round(new Color(leaves).brighter().getRGB() & 0xFFFFFF, x - 60, 130, 110, 110);
  }

  private void subject(DemoPicture shows) {
    int x = 340 + 70 * view;
    switch (shows) {
      case STREET -> {}
      case BIKES -> bikes();
      case RUBBISH -> rubbish(x);
      case HOLE -> hole(x);
      case PUDDLE -> puddle(x);
      case LAMP -> lamp(x);
      case TREE -> fallenTree(x);
      case STALL -> stall(x);
      case SITE -> site();
    }
  }

  private void bikes() {
    for (int i = 0; i < 8; i++) {
      int x = 150 + i * 88 + 12 * view;
      int colour = i % 3 == 0 ? 0xE7B416 : 0x2F7FBF;
      g.setStroke(new BasicStroke(6));
      g.setColor(new Color(0x30363A));
      g.draw(new Ellipse2D.Double(x, KERB - 20, 62, 62));
      g.draw(new Ellipse2D.Double(x + 84, KERB - 20, 62, 62));
      line(colour, 8, x + 31, KERB + 11, x + 60, KERB - 36);
      line(colour, 8, x + 60, KERB - 36, x + 115, KERB + 11);
      line(colour, 8, x + 31, KERB + 11, x + 108, KERB - 44);
      line(0x30363A, 6, x + 108, KERB - 44, x + 122, KERB - 56);
    }
  }

  private void rubbish(int x) {
    fill(0x3E7A57, x - 10, KERB - 110, 90, 130);
    fill(0x2C5B40, x - 18, KERB - 122, 106, 18);
    for (int i = 0; i < 7; i++) {
      int colour = i % 3 == 0 ? 0x2B2F33 : i % 3 == 1 ? 0xD9D6CE : 0x7F4A3A;
      round(colour, x + 50 + i * 38, KERB - 34 + 16 * (i % 2), 70, 58);
    }
    fill(0xB58B5A, x + 180, KERB - 66, 84, 66);
  }

  private void hole(int x) {
    round(0x4D5053, x - 30, KERB + 110, 300, 96);
    round(0x26282A, x, KERB + 120, 240, 66);
    for (int i = 0; i < 5; i++) {
      line(0x3A3D40, 4, x + 20 + i * 50, KERB + 112, x - 10 + i * 60, KERB + 88);
    }
    cone(x + 290);
  }

  private void cone(int x) {
    Path2D cone = new Path2D.Double();
    cone.moveTo(x, KERB + 170);
    cone.lineTo(x + 34, KERB + 60);
    cone.lineTo(x + 68, KERB + 170);
    cone.closePath();
    g.setColor(new Color(0xE2622B));
    g.fill(cone);
    fill(0xF5F1E8, x + 17, KERB + 112, 34, 18);
  }

  private void puddle(int x) {
    round(0x8FB1C2, x - 160, KERB + 84, 520, 120);
    round(0xA9C6D4, x - 90, KERB + 104, 330, 66);
    g.setColor(new Color(0xD4E4EC));
    g.setStroke(new BasicStroke(3));
    g.draw(new Arc2D.Double(x - 40, KERB + 110, 200, 50, 10, 150, Arc2D.OPEN));
  }

  private void lamp(int x) {
    g.setColor(new Color(16, 24, 36, 150));
    g.fillRect(0, 0, WIDE, HIGH);
    line(0x8A949B, 12, x, KERB, x, 150);
    line(0x8A949B, 9, x, 154, x + 90, 138);
    fill(0x59636A, x + 76, 132, 60, 16);
  }

  private void fallenTree(int x) {
    line(0x6B4F3A, 22, x - 200, KERB + 40, x + 120, KERB + 8);
    round(0x5C8A4E, x + 60, KERB - 70, 250, 140);
    round(0x76A565, x + 110, KERB - 50, 150, 90);
  }

  private void stall(int x) {
    fill(0x8D6B4A, x - 60, KERB - 40, 330, 18);
    fill(0x6A4F36, x - 44, KERB - 22, 12, 66);
    fill(0x6A4F36, x + 240, KERB - 22, 12, 66);
    for (int i = 0; i < 6; i++) {
      fill(i % 2 == 0 ? 0xC5443B : 0xF3EFE6, x - 70 + i * 58, KERB - 160, 58, 40);
      round(i % 2 == 0 ? 0xD9822B : 0x7FA646, x - 46 + i * 50, KERB - 74, 44, 40);
    }
    line(0x6A4F36, 7, x - 60, KERB - 120, x - 60, KERB - 30);
    line(0x6A4F36, 7, x + 270, KERB - 120, x + 270, KERB - 30);
  }

  private void site() {
    for (int x = 0; x < WIDE; x += 120) {
      fill(x / 120 % 2 == 0 ? 0x3B78A8 : 0x4688B9, x, KERB - 150, 118, 150);
    }
    line(0xD9A21B, 12, 700, KERB - 150, 700, 60);
    line(0xD9A21B, 10, 430, 84, 900, 84);
    line(0x55595C, 3, 520, 88, 520, 230);
    g.setColor(new Color(201, 187, 160, 120));
    g.fill(new Ellipse2D.Double(120, KERB - 110, 620, 190));
  }

  /** Letters of squares, since a machine may have no fonts at all. */
  private static final String[] DEMO = {
    "###. #### #...# .##.",
    "#..# #... ##.## #..#",
    "#..# ###. #.#.# #..#",
    "#..# #... #...# #..#",
    "###. #### #...# .##."
  };

  private void mark() {
    g.setColor(new Color(255, 255, 255, 215));
    g.fillRect(0, HIGH - 62, WIDE, 62);
    for (int row = 0; row < DEMO.length; row++) {
      for (int column = 0; column < DEMO[row].length(); column++) {
        if (DEMO[row].charAt(column) == '#') {
          fill(0x16242E, 24 + column * 8, HIGH - 51 + row * 8, 8, 8);
        }
      }
    }
    try {
      words("演示图片，非真实照片", "Drawn, not a photo");
    } catch (RuntimeException | InternalError noFonts) {
      // The letters of squares say it all.
    }
  }

  private void words(String zh, String en) {
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, 28);
    g.setFont(font);
    g.setColor(new Color(0x16242E));
    g.drawString(font.canDisplayUpTo(zh) < 0 ? zh : en, 216, HIGH - 21);
  }
}
