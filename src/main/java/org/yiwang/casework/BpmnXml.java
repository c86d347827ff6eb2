package org.yiwang.casework;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.BpmnGraph.Flow;
import org.yiwang.casework.BpmnGraph.Kind;
import org.yiwang.casework.BpmnGraph.Node;

/** Writes a lifecycle as BPMN 2.0 with diagram interchange (OMG formal/2011-01-03, chapter 12). */
final class BpmnXml {
  private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";

  private final XMLStreamWriter out;
  private final BpmnGraph graph;
  private final String process;
  private int depth;

  private BpmnXml(XMLStreamWriter out, BpmnGraph graph, String process) {
    this.out = out;
    this.graph = graph;
    this.process = process;
  }

  /** The document; the process, and what opinions call, is named {@code application.lifecycle}. */
  static String write(BpmnGraph graph, String application) {
    var text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new BpmnXml(out, graph, application + "." + graph.lifecycle().id()).document(application);
      out.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void document(String application) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    begin("definitions");
    out.writeDefaultNamespace(MODEL);
    out.writeNamespace("bpmndi", DRAWING);
    out.writeNamespace("dc", BOUNDS);
    out.writeNamespace("di", LINES);
    out.writeNamespace("xsi", SCHEMA);
    attribute("id", "definitions");
    attribute("targetNamespace", "urn:yiwang:" + application);
    attribute("exporter", "yiwang");
    begin("process");
    attribute("id", process);
    attribute("name", graph.words(graph.lifecycle().name()));
    attribute("isExecutable", "false");
    content(null, application);
    end();
    diagram();
    end();
    out.writeEndDocument();
  }

  /** Nodes and flows of the process, or of one subprocess. */
  private void content(@Nullable String within, String application) throws XMLStreamException {
    for (Node node : graph.nodes()) {
      String inside = node.kind().boundary() ? null : node.within();
      if (Objects.equals(inside, within)) {
        node(node, application);
      }
    }
    for (Flow flow : graph.flows()) {
      if (Objects.equals(flow.within(), within)) {
        begin("sequenceFlow");
        attribute("id", flow.id());
        name(flow.name());
        attribute("sourceRef", flow.from());
        attribute("targetRef", flow.to());
        end();
      }
    }
  }

  private void node(Node node, String application) throws XMLStreamException {
    begin(node.kind().element);
    attribute("id", node.id());
    name(node.name());
    if (node.kind().boundary()) {
      attribute("attachedToRef", Objects.requireNonNull(node.within()));
      attribute("cancelActivity", String.valueOf(node.interrupts()));
    }
    if (node.kind() == Kind.OPINION) {
      attribute("calledElement", application + "." + node.says().getFirst());
    }
    ends(node.id());
    inside(node, application);
    end();
  }

  private void inside(Node node, String application) throws XMLStreamException {
    switch (node.kind()) {
      case TASK -> {
        for (String role : node.says()) {
          owner(role);
        }
      }
      case TIMER -> {
        begin("timerEventDefinition");
        expression("timeDuration", node.says().getFirst());
        end();
      }
      case CALL_OFF -> empty("messageEventDefinition");
      case RAISED -> empty("escalationEventDefinition");
      case OPINION -> {
        if (node.repeated()) {
          empty("multiInstanceLoopCharacteristics");
        }
      }
      case PARALLEL -> content(node.id(), application);
      case START, END, CHOICE, FORK, JOIN -> {}
    }
  }

  private void ends(String id) throws XMLStreamException {
    for (Flow flow : graph.flows()) {
      if (flow.to().equals(id)) {
        text("incoming", flow.id());
      }
    }
    for (Flow flow : graph.flows()) {
      if (flow.from().equals(id)) {
        text("outgoing", flow.id());
      }
    }
  }

  private void owner(String role) throws XMLStreamException {
    begin("potentialOwner");
    begin("resourceAssignmentExpression");
    expression("formalExpression", role);
    end();
    end();
  }

  private void expression(String element, String says) throws XMLStreamException {
    begin(element);
    if (!element.equals("formalExpression")) {
      out.writeAttribute("xsi", SCHEMA, "type", "tFormalExpression");
    }
    out.writeCharacters(says);
    depth--;
    out.writeEndElement();
  }

  private void diagram() throws XMLStreamException {
    BpmnLayout layout = BpmnLayout.of(graph);
    begin("bpmndi", DRAWING, "BPMNDiagram");
    attribute("id", "diagram");
    begin("bpmndi", DRAWING, "BPMNPlane");
    attribute("id", "plane");
    attribute("bpmnElement", process);
    for (Node node : graph.nodes()) {
      shape(node, layout.box(node.id()));
    }
    for (Flow flow : graph.flows()) {
      edge(flow, layout.line(flow));
    }
    end();
    end();
  }

  private void shape(Node node, BpmnLayout.Box box) throws XMLStreamException {
    begin("bpmndi", DRAWING, "BPMNShape");
    attribute("id", node.id() + "-shape");
    attribute("bpmnElement", node.id());
    if (node.kind() == Kind.PARALLEL) {
      attribute("isExpanded", "true");
    }
    leaf("dc", BOUNDS, "Bounds");
    attribute("x", String.valueOf(box.x()));
    attribute("y", String.valueOf(box.y()));
    attribute("width", String.valueOf(box.wide()));
    attribute("height", String.valueOf(box.high()));
    end();
  }

  private void edge(Flow flow, List<BpmnLayout.Point> points) throws XMLStreamException {
    begin("bpmndi", DRAWING, "BPMNEdge");
    attribute("id", flow.id() + "-edge");
    attribute("bpmnElement", flow.id());
    for (BpmnLayout.Point point : points) {
      leaf("di", LINES, "waypoint");
      attribute("x", String.valueOf(point.x()));
      attribute("y", String.valueOf(point.y()));
    }
    end();
  }

  private void name(String name) throws XMLStreamException {
    if (!name.isEmpty()) {
      attribute("name", name);
    }
  }

  private void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, value);
  }

  private void empty(String element) throws XMLStreamException {
    indent();
    out.writeEmptyElement(element);
  }

  private void text(String element, String says) throws XMLStreamException {
    begin(element);
    out.writeCharacters(says);
    depth--;
    out.writeEndElement();
  }

  private void begin(String element) throws XMLStreamException {
    indent();
    depth++;
    out.writeStartElement(element);
  }

  private void begin(String prefix, String space, String element) throws XMLStreamException {
    indent();
    depth++;
    out.writeStartElement(prefix, element, space);
  }

  private void leaf(String prefix, String space, String element) throws XMLStreamException {
    indent();
    out.writeEmptyElement(prefix, element, space);
  }

  private void end() throws XMLStreamException {
    depth--;
    indent();
    out.writeEndElement();
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
  }
}
