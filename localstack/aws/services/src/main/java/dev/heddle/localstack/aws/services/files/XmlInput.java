package dev.heddle.localstack.aws.services.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An element of a request's XML; document types and entities are refused. */
final class XmlInput {
  private static final int BYTES = 1 << 20;

  private final Element element;

  private XmlInput(Element element) {
    this.element = element;
  }

  static XmlInput parse(byte[] body) {
    if (body.length == 0 || body.length > BYTES) {
      throw S3Faults.malformedXml();
    }
    try {
      var builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new SilentErrorHandler());
      return new XmlInput(builder.parse(new ByteArrayInputStream(body)).getDocumentElement());
    } catch (SAXException | IOException e) {
      throw S3Faults.malformedXml();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK has an XML parser", e);
    }
  }

  List<XmlInput> children(String name) {
    List<XmlInput> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        children.add(new XmlInput(child));
      }
    }
    return children;
  }

  Optional<XmlInput> child(String name) {
    return children(name).stream().findFirst();
  }

  Optional<String> text(String name) {
    return child(name).map(child -> child.element.getTextContent());
  }

  Optional<Integer> number(String name, int most) {
    return text(name).map(String::strip).map(text -> parsed(text, most));
  }

  private static int parsed(String text, int most) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
      throw S3Faults.malformedXml();
    }
    return Integer.parseInt(text);
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }

  /** The JDK's own handler prints to the console. */
  private static final class SilentErrorHandler implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
