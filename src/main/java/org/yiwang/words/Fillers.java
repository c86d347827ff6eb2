package org.yiwang.words;

import java.util.Set;

/**
 * Words of asking that name nothing (问话里的虚词): "how do I", "我想", "怎么办". Sharing them with an entry
 * says nothing about it.
 */
final class Fillers {
  private static final String LETTERS = "的了吗呢吧啊呀哦嘛我你您他她它们是就也都很把被给请想要这那个些怎么什哪谁";

  private static final Set<String> PAIRS =
      Set.of(
          "多少", "可以", "如何", "需要", "没有", "办理", "申请", "申领", "一下", "有人", "家里", "手续", "事情", "问题", "怎样",
          "在哪", "时候", "能不", "不能", "可不");

  private static final Set<String> WORDS =
      Set.of(
          ("how what where when who why which i me my mine we our you your he she his her their do does"
                  + " did can could may might must should would want wants need needs like have has had"
                  + " get gets got getting apply application please help about there here some any"
                  + " someone somebody from out up so too very just been being am im ive dont"
                  + " a an and are as at be but by for if in into is it no not of off on or such"
                  + " that the then these they this to was were will with after all")
              .split(" "));

  private Fillers() {}

  static boolean letter(int letter) {
    return LETTERS.indexOf(letter) >= 0;
  }

  static boolean pair(String two) {
    return PAIRS.contains(two);
  }

  static boolean word(String word) {
    return WORDS.contains(word);
  }
}
