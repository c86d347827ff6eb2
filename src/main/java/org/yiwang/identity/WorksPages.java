package org.yiwang.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.District;
import org.yiwang.pack.Problem;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** Administrators' view of what runs (运行情况): applications, those refused, regular jobs. */
@Controller
class WorksPages {
  private final District district;
  private final ObjectProvider<ScheduledTaskHolder> schedules;

  WorksPages(District district, ObjectProvider<ScheduledTaskHolder> schedules) {
    this.district = district;
    this.schedules = schedules;
  }

  /**
   * A regular job as the page shows it.
   *
   * @param last when it last began; null if it has not yet
   * @param trouble what it failed with, if the last time failed
   */
  record Job(String name, @Nullable Instant last, @Nullable String trouble) {}

  @GetMapping("/admin/packs")
  ModelAndView packs(Page page, Viewer viewer) {
    viewer.require(Permission.ADMINISTER);
    Map<String, List<Problem>> refused = district.refused();
    return page.view(
        "identity/packs",
        Text.of("应用包", "Packs"),
        "district",
        district.id(),
        "running",
        district.applications(),
        "refused",
        refused);
  }

  @GetMapping("/admin/jobs")
  ModelAndView jobs(Page page, Viewer viewer) {
    viewer.require(Permission.ADMINISTER);
    List<Job> jobs = new ArrayList<>();
    schedules.stream()
        .flatMap(holder -> holder.getScheduledTasks().stream())
        .forEach(task -> jobs.add(job(task)));
    return page.view("identity/jobs", Text.of("定时任务", "Jobs"), "jobs", jobs);
  }

  private static Job job(ScheduledTask task) {
    TaskExecutionOutcome outcome = task.getTask().getLastExecutionOutcome();
    Throwable thrown = outcome.throwable();
    String name = task.getTask().toString().replaceFirst("^org\\.yiwang\\.", "");
    return new Job(name, outcome.executionTime(), thrown == null ? null : thrown.toString());
  }
}
