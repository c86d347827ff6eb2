package org.yiwang.page;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yiwang.pack.Text;
import org.yiwang.page.StepMark.State;

/** Invented contents for the style guide. */
record Samples(Page page) {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  Refusals faults() {
    return new Refusals(
        List.of(
            Refusal.invalid(
                "phone-short",
                "wrong-phone",
                Text.of("手机号只有 10 位。", "The number has only 10 digits."),
                Text.of("请写 11 位数字。", "Write 11 digits.")),
            Refusal.invalid(
                "kind-missing",
                "wrong-kind",
                Text.of("还没有选类别。", "No kind is chosen."),
                Text.of("请选一个。", "Choose one."))));
  }

  List<Choice> choices() {
    return List.of(
        new Choice(
            "road",
            page.t("道路与井盖", "Roads and manholes"),
            page.t("2 小时到场", "On site within 2 hours")),
        new Choice("clean", page.t("环境卫生", "Cleanliness"), page.t("4 小时", "4 hours")),
        Choice.of("noise", page.t("占道与噪声", "Obstruction and noise")));
  }

  List<Link> links() {
    return List.of(
        new Link(page.t("道路与井盖", "Roads and manholes"), "#parts", page.t("2 小时到场", "2 hours")),
        new Link(page.t("环境卫生", "Cleanliness"), "#parts", page.t("4 小时", "4 hours")),
        Link.of(page.t("占道与噪声", "Obstruction and noise"), "#parts"),
        Link.of(page.t("其他，用自己的话说", "Something else, in your words"), "#parts"));
  }

  List<StepMark> steps() {
    List<String> names =
        page.t("上报 核查 立案 派遣 处置 核实 结案", "Report Check File Dispatch Handle Verify Close")
            .lines()
            .flatMap(l -> List.of(l.split(" ")).stream())
            .toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new StepMark(
                    names.get(i),
                    i < 3
                        ? State.PASSED
                        : i == 3 ? State.PRESENT : i == 5 ? State.LEFT_OUT : State.AHEAD,
                    i < 3 ? "19:2" + i : null))
        .toList();
  }

  List<Photo> photos() {
    String file = page.asset("styleguide/photo.svg");
    return List.of(
        new Photo(
            file,
            file,
            page.t("路面上的井口没有盖", "A manhole without its cover"),
            page.t("网格员，19:21", "Grid worker, 19:21")),
        new Photo(file, file, page.t("井口旁放了路锥", "A cone beside the manhole"), null));
  }

  List<TimelineEntry> timeline() {
    return List.of(
        TimelineEntry.next(
            page.t("等您派遣", "Waiting for you to dispatch"),
            page.t("20:46 前到场", "On site before 20:46")),
        TimelineEntry.of(page.t("立案", "Filed"), page.t("值守长", "Duty officer"), "19:34")
            .noting(page.t("建议单位：道路管理科", "Suggested unit: construction")),
        TimelineEntry.of(page.t("核查属实", "Checked, true"), page.t("网格员", "Grid worker"), "19:21")
            .noting(page.t("到场用时 14 分钟", "On site after 14 minutes"))
            .showing(photos()),
        TimelineEntry.of(page.t("收到诉求", "Received"), page.t("手机", "Phone"), "18:46"));
  }

  List<SummaryRow> answers() {
    return List.of(
        new SummaryRow(
            page.t("看到了什么", "What you saw"),
            page.t("井盖没了，晚上没有灯。", "The manhole cover is gone and there is no light."),
            "#forms"),
        new SummaryRow(
            page.t("地点", "Place"), page.t("东街 12 号门前", "In front of 12 East Street"), "#forms"),
        new SummaryRow(page.t("联系电话", "Phone"), "", "#forms"),
        SummaryRow.of(page.t("编号", "Number"), "TY-20261122-00318"));
  }

  List<TaskRow> tasks() {
    return List.of(
        new TaskRow(page.t("您是谁", "Who you are"), "#parts", page.t("已填好", "Complete"), Tone.DONE),
        new TaskRow(
            page.t("需要什么", "What you need"), "#parts", page.t("还没填", "Not started"), Tone.PLAIN),
        new TaskRow(
            page.t("核对并提交", "Check and send"),
            null,
            page.t("还不能填", "Cannot start yet"),
            Tone.PLAIN));
  }

  List<Column> columns() {
    return List.of(
        Column.sorted(page.t("编号", "Number"), "number"),
        Column.of(page.t("事由", "What")),
        Column.sorted(page.t("时限", "Due"), "due"),
        Column.figure(page.t("反映人数", "Reports"), "reports"));
  }

  Chart trend() {
    List<String> days = IntStream.rangeClosed(1, 30).mapToObj(d -> "11-%02d".formatted(d)).toList();
    return new Chart(
        page.t("近 30 天收到与办结的诉求", "Requests received and closed in the last 30 days"),
        page.t("件", "requests"),
        page.t("虚构数据，11月22日 19:34", "Invented figures, 22 Nov, 19:34"),
        days,
        List.of(
            Chart.Series.of(page.t("收到", "Received"), Tone.RUN, wave(40, 14)),
            Chart.Series.of(page.t("办结", "Closed"), Tone.DONE, wave(36, 9))));
  }

  Chart received() {
    Chart both = trend();
    return new Chart(
        page.t("近 30 天收到的诉求", "Requests received in the last 30 days"),
        both.unit(),
        both.source(),
        both.labels(),
        both.series().subList(0, 1));
  }

  private static List<Double> wave(int middle, int swing) {
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(30)
        .map(i -> Math.rint(middle + swing * Math.sin(i * 0.9) + i / 3))
        .boxed()
        .toList();
  }

  Chart byStreet() {
    return new Chart(
        page.t("各街道在办件", "Open cases by street"),
        page.t("件", "cases"),
        page.t("虚构数据", "Invented figures"),
        List.of(page.t("东街", "East"), page.t("西街", "West"), page.t("北街", "North")),
        List.of(
            new Chart.Series(
                page.t("在办", "Open"),
                Tone.RUN,
                List.of(42.0, 17.0, 5.0),
                List.of("#drawn", "#drawn", "#drawn"))));
  }

  BaseMap base() {
    return BaseMap.of(
        List.of(
            shape(
                "area",
                page.t("东街", "East"),
                121.52,
                31.26,
                121.55,
                31.262,
                121.552,
                31.285,
                121.521,
                31.282,
                121.52,
                31.26),
            shape(
                "area",
                page.t("西街", "West"),
                121.49,
                31.262,
                121.52,
                31.26,
                121.521,
                31.282,
                121.494,
                31.288,
                121.49,
                31.262)));
  }

  private static BaseMap.Shape shape(String look, String label, double... lonLat) {
    Coordinate[] ring =
        IntStream.range(0, lonLat.length / 2)
            .mapToObj(i -> new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]))
            .toArray(Coordinate[]::new);
    Geometry polygon = SHAPES.createPolygon(ring);
    return new BaseMap.Shape(look, label, polygon);
  }

  List<String> layers() {
    return List.of(page.asset("styleguide/areas.geojson"));
  }

  List<Marker> markers() {
    String manhole = page.t("井盖缺失", "Missing manhole cover");
    return List.of(
        new Marker(121.531, 31.272, manhole, "#drawn", Tone.LATE),
        new Marker(121.505, 31.275, page.t("路面积水", "Water on the road"), "#drawn", Tone.SOON),
        new Marker(121.5052, 31.2752, page.t("树枝断落", "Fallen branch"), "#drawn", Tone.RUN),
        new Marker(121.5049, 31.2751, page.t("路灯不亮", "Street light out"), "#drawn", Tone.RUN),
        new Marker(121.543, 31.268, page.t("暴露垃圾", "Litter"), "#drawn", Tone.DONE));
  }
}
