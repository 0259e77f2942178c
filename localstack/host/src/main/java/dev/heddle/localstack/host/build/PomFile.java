package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What of a pom says how modules hang together.
 *
 * @param folder where it lies, from the root of the source tree
 * @param modules the folders it lists
 * @param dependencies the artifacts of this project that its main sources compile against
 */
record PomFile(String folder, String artifact, List<String> modules, List<String> dependencies) {
  private static final String GROUP = "dev.heddle";

  static PomFile read(Path root, String folder) {
    Path file = root.resolve(folder).resolve("pom.xml");
    try {
      Element project =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      List<String> modules = new ArrayList<>();
      children(project, "modules")
          .flatMap(list -> children(list, "module"))
          .forEach(module -> modules.add(module.getTextContent().strip()));
      List<String> dependencies =
          children(project, "dependencies")
              .flatMap(list -> children(list, "dependency"))
              .filter(PomFile::isCompiledAgainst)
              .map(dependency -> text(dependency, "artifactId"))
              .toList();
      return new PomFile(folder, text(project, "artifactId"), modules, dependencies);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " can't be read: " + e.getMessage(), e);
    }
  }

  private static boolean isCompiledAgainst(Element dependency) {
    return text(dependency, "groupId").equals(GROUP)
        && !text(dependency, "scope").equals("test")
        && List.of("", "jar").contains(text(dependency, "type"));
  }

  private static String text(Element parent, String name) {
    return children(parent, name).findFirst().map(Node::getTextContent).orElse("").strip();
  }

  private static Stream<Element> children(Element parent, String name) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast);
  }
}
