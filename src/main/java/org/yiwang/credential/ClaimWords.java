package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/**
 * What a credential says, in the reader's language (证照要素的说法). What is signed stays as it is; where
 * it was one of several answers to choose from, whoever knows the form knows the answer's name in
 * the other language.
 */
@Component
public final class ClaimWords {
  private final ObjectProvider<Answered> answered;

  ClaimWords(ObjectProvider<Answered> answered) {
    this.answered = answered;
  }

  /** Knows the forms that claims come from (要素来源). */
  public interface Answered {
    /**
     * The answer that was signed, in both languages; empty where it was not chosen from several.
     *
     * @param type id of the credential's type
     * @param claim id of the claim
     * @param signed what the credential says
     */
    Optional<Text> find(String type, String claim, String signed);
  }

  /** What a claim says, in both languages; twice the same where it is nobody's to translate. */
  public Text of(String type, String claim, String signed) {
    return answered
        .orderedStream()
        .flatMap(one -> one.find(type, claim, signed).stream())
        .findFirst()
        .orElse(Text.same(signed));
  }

  /** As {@link #of}, for several claims of one credential. */
  public Map<String, Text> of(String type, Map<String, String> signed) {
    Map<String, Text> words = new LinkedHashMap<>();
    signed.forEach((claim, value) -> words.put(claim, of(type, claim, value)));
    return words;
  }
}
