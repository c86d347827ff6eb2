package org.yiwang.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.bench.ApplicantDoor.Answer;
import org.yiwang.matter.Form.Part;

/**
 * One whole application of one person: begun, each page of questions answered, the papers fetched,
 * sent. Only the sending is timed; the rest is load beside it.
 *
 * @param pace how long the person rests before a page
 */
record HttpSubmission(SubmitScene scene, ApplicantDoor door, Pace pace) implements Worker {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");

  @Override
  public void once() throws Exception {
    timed();
  }

  @Override
  public long timed() throws Exception {
    pace.rest();
    String draft = draft(door.get("/apply/" + scene.matter().id()));
    for (Part part : scene.parts()) {
      Map<String, String> answers = new HashMap<>();
      part.fields().forEach(field -> answers.put(field.id(), scene.answer(field.id())));
      pace.rest();
      expect(answered(draft + "/parts/" + part.id(), answers), draft, part.id());
    }
    pace.rest();
    Map<String, String> ways = new HashMap<>();
    scene.matter().evidence().forEach(one -> ways.put("way-" + one.id(), "fetch"));
    expect(door.post(draft + "/evidence", ways), draft + "/check", "evidence");
    pace.rest();
    long before = System.nanoTime();
    Answer sent = door.post(draft + "/check", Map.of("confirm", "yes"));
    long took = System.nanoTime() - before;
    expect(sent, "/applications/", "check");
    return took;
  }

  /** A page whose answers lead to further questions on it comes back once. */
  private Answer answered(String page, Map<String, String> answers) throws IOException {
    Answer answer = door.post(page, answers);
    return answer.http() == 200 ? door.post(page, answers) : answer;
  }

  private static String draft(Answer begun) throws IOException {
    Matcher found = DRAFT.matcher(begun.to());
    if (!found.find()) {
      throw new IOException("Beginning an application answered " + begun.http());
    }
    return found.group();
  }

  private static void expect(Answer answer, String to, String at) throws IOException {
    if (!answer.leadsTo(to)) {
      throw new IOException("The page " + at + " answered " + answer.http() + " " + answer.to());
    }
  }
}
