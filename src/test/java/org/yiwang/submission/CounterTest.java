package org.yiwang.submission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** A test of the toy district's counters, with few files a day and a visit; all share a program. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=2",
      "yiwang.papers.files-a-visit=3",
      "yiwang.papers.files-a-day-at-the-counter=30"
    })
@interface CounterTest {}
