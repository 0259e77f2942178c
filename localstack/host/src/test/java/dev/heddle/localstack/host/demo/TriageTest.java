package dev.heddle.localstack.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Support messages as people write them. */
class TriageTest {
  private static final String SCHEMA =
      "{'type':'object','required':['category','urgency','summary'],'properties':{"
          + "'category':{'type':'string','enum':['billing','outage','account','how-to','other'],"
          + "'description':'billing: invoices, charges, refunds, payments. outage: the service is"
          + " down, errors, timeouts. account: log-in, password, access. how-to: questions about"
          + " using the product.'},"
          + "'urgency':{'type':'string','enum':['high','normal','low']},"
          + "'summary':{'type':'string'}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "outage | high | Hello, since 08:40 nobody can pay in our shop. The checkout page shows"
            + " error 502 for every customer and we are losing orders by the minute. Please help us"
            + " urgently! Regards, Maria Lopez",
        "outage | high | URGENT: the API is down, all our requests time out with 503. Production is"
            + " completely blocked.",
        "how-to | low | Hi, how do I export my data as CSV? I could not find it in the"
            + " documentation. Thanks, Tom",
        "how-to | low | Is it possible to change the colour of the buttons? Just curious, no rush.",
        "billing | normal | I was charged twice for my subscription in March. Please refund the"
            + " second payment of 49.90 EUR.",
        "account | normal | I forgot my password and the reset mail never arrives, so I can't log"
            + " in.",
        "account | normal | My account is locked after three attempts. Please unlock it.",
        "billing | normal | Where is the invoice for April? The VAT number on it must be changed.",
        "other | normal | We are moving to a new office next month.",
        "outage | high | We can't access the dashboard since this morning, it just shows a blank"
            + " page. Our whole sales team is stuck.",
        "outage | high | Production database connection errors, all requests failing since 10:15"
            + " UTC.",
        "outage | high | Our e-mails are not being delivered to any customer since yesterday. This"
            + " is critical for us, please call me.",
        "other | high | Your system deleted all our customer records!! We need this restored"
            + " immediately.",
        "billing | low | Where can I find the invoice for last month?",
        "billing | normal | My card was declined, but I was still charged 99 USD.",
        "other | low | Everything is working great since the last update, thank you so much!"
      })
  void putsMessagesWhereTheyBelong(String category, String urgency, String text) {
    JsonNode triage = Ask.filled(SCHEMA, text);
    assertThat(triage.path("category").asString()).isEqualTo(category);
    assertThat(triage.path("urgency").asString()).isEqualTo(urgency);
    assertThat(text).contains(triage.path("summary").asString());
  }

  @Test
  void summarisesByTheSentenceThatSaysMost() {
    String text =
        "Hello, since 08:40 nobody can pay in our shop. The checkout page shows error 502 for every"
            + " customer and we are losing orders by the minute. Please help us urgently! Regards,"
            + " Maria";
    assertThat(Ask.filled(SCHEMA, text).path("summary").asString()).contains("error 502");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'low','medium','high','critical' | critical | The whole site is down for all customers!",
        "'p1','p2','p3','p4' | p4 | How do I change my avatar?",
        "'positive','neutral','negative' | positive | Thanks, your new editor is great, I love it.",
        "'positive','neutral','negative' | negative | I am angry. This is unacceptable.",
        "'positive','neutral','negative' | neutral | The parcel has four sides.",
        "'yes','no' | no | We have four looms.",
        "'refund_request','bug_report','feature_request' | bug_report | The app crashes when I"
            + " open a report.",
        "'refund_request','bug_report','feature_request' | feature_request | It would be great if"
            + " you could add dark mode.",
        "'refund_request','bug_report','feature_request' | refund_request | I want my money back.",
        "'sales','support' | sales | Could you send us a quote for 50 seats? We want to buy.",
        "'apple','banana' | banana | I ate two bananas.",
      })
  void choosesAmongWords(String options, String chosen, String text) {
    String schema =
        "{'type':'object','required':['x'],'properties':{'x':{'enum':[" + options + "]}}}";
    assertThat(Ask.filled(schema, text).path("x").asString()).isEqualTo(chosen);
  }

  @Test
  void learnsWhatWordsMeanFromTheInstructions() {
    JsonNode schema = Ask.json("{'type':'object','properties':{'team':{'enum':['red','blue']}}}");
    String system = "Route to a team. red: looms, threads and shuttles. blue: dyes and colours.";
    assertThat(Ask.filled(schema, system, "A shuttle is stuck.").path("team").asString())
        .isEqualTo("red");
    assertThat(Ask.filled(schema, system, "The dye is gone.").path("team").asString())
        .isEqualTo("blue");
  }
}
