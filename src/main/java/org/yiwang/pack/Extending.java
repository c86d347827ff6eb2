package org.yiwang.pack;

import java.util.List;

/**
 * That files of one kind may extend another one of the same application (继承): such a file names the
 * other one under {@code extends} and says only in what it differs. Its record has a component
 * {@code extends_}.
 *
 * @param own keys that each file says itself and never has from the other one
 * @param noBase code of the problem that there is no such other one
 * @param circle code of the problem that a file extends itself, also through others
 * @param nothingToRemove code of the problem that the other one does not have what is removed
 */
public record Extending(List<String> own, String noBase, String circle, String nothingToRemove) {
  static final String KEY = "extends";

  public Extending {
    own = List.copyOf(own);
  }
}
