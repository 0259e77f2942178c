package dev.heddle.localstack.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFillerTest {
  private static final String MAIL =
      "Subject: Order A-1042 arrived broken\nHello, my name is Maria Lopez from Northwind Traders."
          + " I ordered 3 lamps on 2026-11-02 for 149.50 EUR, and two are broken. Write to"
          + " maria.lopez@example.com or call +49 30 1234567, see https://example.com/photos."
          + " I would like a refund before December 1, 2026.";

  private static final List<String> PIECES =
      List.of(
          "A", "Aa ", "1", "1,111", "1 ", "a@", "http://", "order ", "+1 ", "\n", " ", ".", "$");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "email | {'type':'string'} | 'maria.lopez@example.com'",
        "contact | {'type':'string','format':'email'} | 'maria.lopez@example.com'",
        "phone | {'type':'string'} | '+49 30 1234567'",
        "link | {'type':'string','format':'uri'} | 'https://example.com/photos'",
        "customerName | {'type':'string'} | 'Maria Lopez'",
        "company | {'type':'string'} | 'Northwind Traders'",
        "order_id | {'type':'string'} | 'A-1042'",
        "code | {'type':'string','pattern':'[A-Z]-[0-9]+'} | 'A-1042'",
        "title | {'type':'string'} | 'Order A-1042 arrived broken'",
        "subject | {'type':'string','maxLength':5} | 'Order'",
        "date | {'type':'string'} | '2026-11-02'",
        "orderedAt | {'type':'string','format':'date-time'} | '2026-11-02T00:00:00Z'",
        "amount | {'type':'number'} | 149.5",
        "lamps | {'type':'integer'} | 3",
        "confidence | {'type':'number'} | 0.7",
        "refund | {'type':'boolean'} | true",
        "outage | {'type':'boolean'} | false",
        "topics | {'type':'array','items':{'enum':['refund','password']}} | ['refund']",
        "emails | {'type':'array','items':{'type':'string'}} | ['maria.lopez@example.com']",
        "dates | {'type':'array','items':{'type':'string'}} | ['2026-11-02','2026-12-01']",
        "kind | {'const':'mail'} | 'mail'",
        "fax | {'type':['string','null'],'format':'ipv4'} | null",
        "version | {'type':'string','pattern':'v[0-9]+','default':'v1'} | 'v1'",
        "weight | {'type':'integer','minimum':5} | 5",
        "person | {'type':'object','required':['name','email'],'properties':{'name':"
            + "{'type':'string'},'email':{'type':'string'},'age':{'type':'integer'}}}"
            + " | {'name':'Maria Lopez','email':'maria.lopez@example.com'}",
        "person | {'$ref':'#/$defs/p'} | {'name':'Maria Lopez'}",
        "price | {'anyOf':[{'type':'null'},{'type':'number'}]} | 149.5"
      })
  void readsWhatAFieldAsksFor(String name, String schema, String value) {
    String whole =
        "{'type':'object','required':['"
            + name
            + "'],'properties':{'"
            + name
            + "':"
            + schema
            + "},'$defs':{'p':{'type':'object','properties':{'name':{'type':'string'}}}}}";
    assertThat(Ask.filled(whole, MAIL).path(name)).isEqualTo(Ask.json(value));
  }

  @Test
  void leavesOutWhatIsNotThere() {
    String schema =
        "{'type':'object','required':['email'],'properties':"
            + "{'email':{'type':'string','format':'email'},'phone':{'type':'string'}}}";
    assertThat(Ask.filled(schema, "Nothing to see.").toString()).isEqualTo("{\"email\":\"\"}");
  }

  @Test
  void fillsAListAsLongAsItMustBe() {
    String schema =
        "{'type':'object','properties':{'points':{'type':'array','minItems':2,'maxItems':3,"
            + "'items':{'type':'string'}}}}";
    assertThat(Ask.filled(schema, MAIL).path("points").size()).isEqualTo(3);
    assertThat(Ask.filled(schema, "One.").path("points").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'$ref':'#'}",
        "{'$ref':'#/nowhere'}",
        "{'type':'object','properties':{'child':{'$ref':'#'}}}",
        "{'type':'array','items':{'$ref':'#'}}",
        "{'anyOf':[]}",
        "{'type':'nonsense'}",
        "{'enum':[1,2,3]}",
        "{'enum':[null,true]}",
        "true",
        "{}"
      })
  void comesToAnEnd(String schema) {
    assertThat(Ask.filled(schema, MAIL)).isNotNull();
  }

  @Test
  void givesUpOnAPatternThatNeverEnds() {
    String schema = "{'type':'object','properties':{'x':{'type':'string','pattern':'(a+)+b'}}}";
    assertThat(Ask.filled(schema, "a".repeat(5_000)).toString()).isEqualTo("{}");
  }

  @Test
  void isQuickOnWhateverTextThereIs() {
    String schema =
        "{'type':'object','properties':{'name':{'type':'string'},'company':{'type':'string'},"
            + "'phone':{'type':'string'},'email':{'type':'string'},'url':{'type':'string'},"
            + "'order':{'type':'string'},'date':{'type':'string'},'amount':{'type':'number'}}}";
    for (String piece : PIECES) {
      long began = System.nanoTime();
      assertThat(Ask.filled(schema, piece.repeat(40_000))).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as(piece)
          .isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void takesNumbersByTheirWords() {
    String schema =
        "{'type':'object','properties':{'quantity':{'type':'integer'},'floor':{'type':'integer'}}}";
    assertThat(Ask.filled(schema, "We live on floor 4 and need a quantity of 1,250 bricks."))
        .isEqualTo(Ask.json("{'quantity':1250,'floor':4}"));
  }
}
