package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What S3 says in XML. */
final class S3XmlReader {
  private S3XmlReader() {}

  /** The objects of a listing. */
  static JsonNode items(AwsResponse response) {
    ArrayNode items = Json.array();
    try {
      XMLStreamReader reader = reader(response);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("Contents")) {
          items.add(item(reader));
        }
      }
    } catch (XMLStreamException e) {
      return Json.array();
    }
    return items;
  }

  private static ObjectNode item(XMLStreamReader reader) throws XMLStreamException {
    ObjectNode item = Json.object();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = reader.getLocalName();
      switch (name) {
        case "Size" -> item.put("Size", Long.parseLong(reader.getElementText()));
        case "ETag" -> item.put("Etag", reader.getElementText());
        case "Key", "LastModified", "StorageClass" -> item.put(name, reader.getElementText());
        default -> skip(reader);
      }
    }
    return item;
  }

  private static void skip(XMLStreamReader reader) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** The message of an error. */
  static String message(AwsResponse response) {
    try {
      XMLStreamReader reader = reader(response);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("Message")) {
          return reader.getElementText();
        }
      }
    } catch (XMLStreamException e) {
      return "";
    }
    return "";
  }

  private static XMLStreamReader reader(AwsResponse response) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(response.body()));
  }
}
