package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.pack.Defined;
import org.yiwang.pack.Packs;
import org.yiwang.pack.Text;

/** Lifecycles as BPMN 2.0, read and checked against OMG's schema by a foreign reader. */
class BpmnTests {
  @TestFactory
  Stream<DynamicTest> everyLifecycleThatShipsIsValidAndWholeForAForeignReader() {
    return Packs.listFolders(Path.of("packs")).stream()
        .flatMap(folder -> Packs.load(folder).list(CaseworkPackPart.LIFECYCLES).stream())
        .map(one -> DynamicTest.dynamicTest(one.application() + "/" + one.id(), () -> check(one)));
  }

  private static BpmnModelInstance read(String application, LifecycleDefinition graph) {
    String xml = BpmnXml.write(BpmnGraph.of(graph, Text::en), application);
    BpmnModelInstance read =
        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Bpmn.validateModel(read); // against BPMN20.xsd and the schemas it includes
    return read;
  }

  private static void check(Defined<LifecycleDefinition> one) {
    BpmnModelInstance read = read(one.application(), one.value());
    for (String step : one.value().steps().keySet()) {
      FlowNode node = read.getModelElementById(BpmnGraph.step(step));
      assertThat(node.getName()).isEqualTo(one.value().step(step).name().en());
      assertThat(node.getIncoming()).as(step).isNotEmpty();
    }
    Collection<FlowNode> nodes = read.getModelElementsByType(FlowNode.class);
    Collection<SequenceFlow> flows = read.getModelElementsByType(SequenceFlow.class);
    assertThat(flows).allMatch(flow -> flow.getSource() != null && flow.getTarget() != null);
    assertThat(read.getModelElementsByType(BpmnShape.class)).hasSize(nodes.size());
    assertThat(read.getModelElementsByType(BpmnEdge.class)).hasSize(flows.size());
    assertThat(read.getModelElementsByType(BpmnShape.class))
        .allMatch(shape -> nodes.contains(shape.getBpmnElement()))
        .allMatch(shape -> shape.getBounds().getWidth() > 0);
    assertThat(read.getModelElementsByType(BpmnEdge.class))
        .allMatch(edge -> edge.getWaypoints().size() > 1);
  }

  @Test
  void opinionsAreCalledInASubprocessAndTimeLimitsSitOnTasks() {
    LifecycleDefinition graph =
        OpinionGraphs.asking(
            "asking",
            OpinionGraphs.opinion("trees", "greening", "housing"),
            OpinionGraphs.silent("street", "street"));
    BpmnModelInstance read = read("test", graph);
    SubProcess asked = read.getModelElementById("step-asked");
    assertThat(asked.getFlowElements())
        .filteredOn(CallActivity.class::isInstance)
        .extracting(call -> ((CallActivity) call).getCalledElement())
        .containsExactly("test.opinion", "test.silent");
    CallActivity several = read.getModelElementById("opinion-asked-trees");
    assertThat(several.getLoopCharacteristics()).isNotNull();
    assertThat(read.getModelElementsByType(BoundaryEvent.class))
        .extracting(event -> event.getAttachedTo().getId() + " " + event.cancelActivity())
        .contains("step-asked true", "step-asked false");
    assertThat(read.getModelElementsByType(TimerEventDefinition.class))
        .extracting(timer -> timer.getTimeDuration().getTextContent())
        .containsExactly("3 calendar-days");
    UserTask received = read.getModelElementById("step-received");
    assertThat(received.getOutgoing()).hasSize(1);
  }
}
